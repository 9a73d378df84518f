package fr.vigie.notification;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of our messages in whatever is pasted: a list, or whole notices of non-delivery. */
final class ReturnedIds {
  private static final Pattern ID = Pattern.compile("\\b([0-9]{1,18})\\.([0-9]{1,4})@vigie\\b");

  private ReturnedIds() {}

  /** As {@link PersonMessage#getProviderId} writes them, each once. */
  static Set<String> in(String pasted) {
    Set<String> ids = new LinkedHashSet<>();
    Matcher found = ID.matcher(pasted == null ? "" : pasted);
    while (found.find()) {
      ids.add("<" + found.group() + ">");
    }
    return ids;
  }

  /** The message that an id names, whichever the attempt. */
  static Long message(String id) {
    return Long.valueOf(id.substring(1, id.indexOf('.')));
  }
}
