package fr.vigie.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds the doubles of a draft and counts it anew: after each import, after each verdict. */
@ApplicationScoped
class ScopeCounting {
  @Inject ScopeRepository scopes;
  @Inject PersonRepository persons;
  @Inject DoubleRepository doubles;

  void count(ScopeVersion version) {
    doubles.mark(version);
    ScopeVersion.Difference difference =
        scopes
            .frozen(version.getInvolvement())
            .map(before -> persons.difference(before, version))
            .orElse(null);
    version.counted(persons.figures(version), difference);
  }
}
