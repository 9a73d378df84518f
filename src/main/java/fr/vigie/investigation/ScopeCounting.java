package fr.vigie.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the doubles of a draft and counts it: the whole list after each import and before it is
 * proposed; after a verdict only what that verdict can change.
 */
@ApplicationScoped
class ScopeCounting {
  @Inject ScopeRepository scopes;
  @Inject PersonRepository persons;
  @Inject DoubleRepository doubles;
  @Inject MarkRepository marks;

  void count(ScopeVersion version) {
    marks.mark(version, doubles.verdicts(version));
    ScopeVersion.Difference difference =
        scopes
            .frozen(version.getInvolvement())
            .map(before -> persons.difference(before, version))
            .orElse(null);
    version.counted(persons.figures(version), difference);
  }

  /**
   * After a verdict was said or taken back. Who stands in another controller's list meanwhile is
   * counted with the next whole count.
   */
  void follow(ScopeVersion version, PersonVerdict changed) {
    List<PersonVerdict> holding = doubles.verdicts(version);
    List<PersonVerdict> all = new ArrayList<>(holding);
    if (!all.contains(changed)) {
      all.add(changed);
    }
    Set<String> keys = VerdictPolicy.tied(changed, all);
    MarkRepository.Around around = marks.around(version, keys);
    if (around.persons().isEmpty()) { // none of the pair's rows is in this version any more
      return;
    }
    ScopeFigures before = persons.figures(version, around.namesakes());
    marks.mark(version, holding.stream().filter(one -> one.isAbout(keys)).toList(), around);
    ScopeFigures after = persons.figures(version, around.namesakes());
    version.recounted(version.getFigures().moved(before, after));
  }
}
