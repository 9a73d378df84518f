package fr.vigie.notification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Template of a message to affected persons: plain text, with placeholders such as {@code {nom}}.
 *
 * @param subject the same for everybody, and neutral
 * @param blocks text of each part; a part may still lack in a draft
 */
public record MessageDraft(String subject, Map<MessageBlock, String> blocks) {

  static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  public MessageDraft {
    Objects.requireNonNull(subject, "subject");
    blocks = Map.copyOf(blocks);
  }

  /** Everything that stands against approval; empty when the template may be approved. */
  public List<MessageFinding> findings() {
    return MessagePolicy.check(this);
  }

  /**
   * The message of one person. Values are taken as they are: braces in a name are not a
   * placeholder. A value that lacks is a finding, and so is a value that brings in a link.
   *
   * @param values what is known of the person
   */
  public MergedMessage merge(Map<Placeholder, String> values) {
    List<MessageFinding> findings = new ArrayList<>();
    Map<MessageBlock, String> merged = new EnumMap<>(MessageBlock.class);
    for (MessageBlock block : MessageBlock.values()) {
      String text = blocks.get(block);
      if (text != null) {
        merged.put(block, fill(text, block, values, findings));
      }
    }
    MergedMessage message = new MergedMessage(subject, merged, findings);
    findings.addAll(MessagePolicy.checkMerged(message));
    return new MergedMessage(subject, merged, findings);
  }

  private static String fill(
      String text,
      MessageBlock block,
      Map<Placeholder, String> values,
      List<MessageFinding> findings) {
    StringBuilder filled = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      String value = Placeholder.of(matcher.group(1)).map(values::get).orElse(null);
      if (value == null || value.isBlank()) {
        findings.add(
            new MessageFinding("notification.message.missingValue", block, matcher.group()));
        value = matcher.group();
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    matcher.appendTail(filled);
    return filled.toString();
  }
}
