package fr.vigie.accesslog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was written. */
final class WrittenTruth implements LogTruth {
  final List<Access> accesses = new ArrayList<>();
  final List<Broken> broken = new ArrayList<>();

  @Override
  public void access(Access access) {
    accesses.add(access);
  }

  @Override
  public void broken(Broken line) {
    broken.add(line);
  }

  /** Persons seen by the intruder, or by the owner of the shared account. */
  Map<String, Evidenced> seen(boolean hostile) {
    Map<String, Evidenced> seen = new TreeMap<>();
    for (Access access : accesses) {
      boolean owner = access.account().equals(Traffic.SHARED) && !access.hostile();
      Evidenced shown = Evidenced.by(access.action(), access.outcome());
      if (shown != null && (hostile ? access.hostile() : owner)) {
        access
            .patients()
            .forEach(
                p ->
                    seen.merge(
                        p.domain() + " " + p.id(), shown, (a, b) -> a.compareTo(b) < 0 ? a : b));
      }
    }
    return seen;
  }
}
