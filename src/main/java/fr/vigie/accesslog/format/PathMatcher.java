package fr.vigie.accesslog.format;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link PathRule} ready to be compared with requests. The path is compared part by part, a
 * query's parameters by their names in whatever order; each may be there several times. Values are
 * decoded before they are compared.
 */
final class PathMatcher {
  private final PathRule rule;
  private final List<PartMatcher> parts = new ArrayList<>();
  private final Map<String, PartMatcher> parameters = new HashMap<>();
  private final boolean open;

  private final List<String> patients = new ArrayList<>();
  private String domain = "";
  private String session = "";

  PathMatcher(PathRule rule) {
    this.rule = rule;
    String template = rule.template().strip();
    open = template.endsWith("*");
    String closed = open ? template.substring(0, template.length() - 1) : template;
    int query = closed.indexOf('?');
    String path = query < 0 ? closed : closed.substring(0, query);
    for (String part : path.split("/", -1)) {
      parts.add(new PartMatcher(part));
    }
    if (query >= 0) {
      for (String parameter : closed.substring(query + 1).split("&")) {
        String[] pair = parameter.split("=", 2);
        if (!pair[0].isEmpty()) {
          parameters.put(pair[0], new PartMatcher(pair.length > 1 ? pair[1] : ""));
        }
      }
    }
  }

  boolean tellsSession() {
    return rule.template().contains("{session}");
  }

  /** Whether a request is one of the rule; then {@link #tell} knows what it shows. */
  boolean matches(String method, String target) {
    patients.clear();
    domain = "";
    session = "";
    if (!rule.method().equals("*") && !rule.method().equalsIgnoreCase(method)) {
      return false;
    }
    String local = local(target);
    int mark = local.indexOf('?');
    String query = mark < 0 ? "" : local.substring(mark + 1);
    return path(mark < 0 ? local : local.substring(0, mark)) && query(query);
  }

  /** Without scheme and host, which a proxy may log. */
  private static String local(String target) {
    int host = target.indexOf("://");
    if (host < 0 || target.startsWith("/")) {
      return target;
    }
    int path = target.indexOf('/', host + 3);
    return path < 0 ? "/" : target.substring(path);
  }

  private boolean path(String path) {
    String[] said = path.split("/", -1);
    boolean more = open && parameters.isEmpty();
    if (said.length < parts.size() || said.length > parts.size() && !more) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean end = more && i == parts.size() - 1;
      if (!parts.get(i).matches(decoded(said[i].replace("+", "%2B")), end)) {
        return false;
      }
      keep(parts.get(i));
    }
    return true;
  }

  private boolean query(String query) {
    if (parameters.isEmpty()) {
      return open || query.isEmpty();
    }
    Map<String, Boolean> found = new HashMap<>();
    for (String parameter : query.split("&")) {
      String[] pair = parameter.split("=", 2);
      PartMatcher wanted = parameters.get(decoded(pair[0]));
      if (wanted == null && !open && !parameter.isEmpty()) {
        return false;
      }
      if (wanted != null && wanted.matches(pair.length > 1 ? decoded(pair[1]) : "", false)) {
        found.put(decoded(pair[0]), true);
        keep(wanted);
      }
    }
    return found.keySet().containsAll(parameters.keySet());
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private void keep(PartMatcher part) {
    String ipp = part.value("ipp");
    if (!ipp.isEmpty()) {
      patients.addAll(Arrays.asList(ipp.split("[,;]")));
    }
    domain = part.value("domain").isEmpty() ? domain : part.value("domain");
    session = part.value("session").isEmpty() ? session : part.value("session");
  }

  void tell(AccessEvent event, LogShape shape) {
    event.act(event.getWord(), rule.action());
    if (!session.isEmpty()) {
      event.set(LogField.SESSION, session);
    }
    String of = domain.isEmpty() ? shape.domain() : domain;
    patients.forEach(patient -> event.patient(PatientRef.of(patient, of)));
  }
}
