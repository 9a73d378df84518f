package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonHashesTest {
  private final ListSeal seal =
      new ListSeal(Lists.ring("k1").newDataKey("t"), Lists.ring("k1"), "k1");

  @Test
  void theSamePatientNumberIsTheSamePersonWhateverTheSpelling() {
    assertThat(of("Nom;Prénom;IPP\nMartin;Léa;8001\nMARTIN DUPONT;L;8001\n", 0).person())
        .isEqualTo(of("Nom;Prénom;IPP\nMartin;Léa;8001\nMARTIN DUPONT;L;8001\n", 1).person());
  }

  @Test
  void namesAreComparedWithoutAccentsHyphensAndCase() {
    String file =
        "Nom;Prénom;DDN;Tel\nLe Fèvre;Anne-Élise;05/09/1984;0639980001\n"
            + "LE-FEVRE;anne elise;05/09/1984;06 39 98 00 01\n";
    assertThat(of(file, 0).person()).isEqualTo(of(file, 1).person());
    assertThat(of(file, 0).identity()).isEqualTo(of(file, 1).identity());
    assertThat(of(file, 0).kind()).isEqualTo(PersonHashes.Kind.IDENTITY);
  }

  @Test
  void homonymsOfTheSameAgeAreNeverMerged() {
    String file = "Nom;Prénom;Age\nMartin;Jean;42\nMartin;Jean;42\n";
    assertThat(of(file, 0).kind()).isEqualTo(PersonHashes.Kind.CONTENT);
    assertThat(of(file, 0).identity()).isNull();
  }

  @Test
  void homonymsWithDifferentPatientNumbersStayTwoPersonsThatSomebodyLooksAt() {
    String file = "Nom;Prénom;DDN;IPP\nMartin;Jean;05/09/1984;1\nMartin;Jean;05/09/1984;2\n";
    assertThat(of(file, 0).person()).isNotEqualTo(of(file, 1).person());
    assertThat(of(file, 0).identity()).isEqualTo(of(file, 1).identity());
  }

  @Test
  void nobodysNameIsNotAnIdentity() {
    String file = "Nom;Prénom;DDN\nINCONNU;X;05/09/1984\n";
    assertThat(of(file, 0).identity()).isNull();
  }

  @Test
  void hashesStayComparableAfterTheRingHasTurned() {
    var turned = Lists.ring("k1", "k2");
    ListSeal later = new ListSeal(turned.newDataKey("t"), turned, "k1");
    PersonLine line = Lists.read("Nom;Prénom;IPP\nMartin;Léa;8001\n").taken().get(0);

    assertThat(PersonHashes.of(line, line.identity().toJson(), later, 7L))
        .isEqualTo(PersonHashes.of(line, line.identity().toJson(), seal, 7L));
  }

  @Test
  void aSealedIdentityOpensOnlyInItsRowAndIsNeverPrinted() {
    PersonIdentity who = Lists.read("Nom;Prénom\nMartin;Léa\n").taken().get(0).identity();
    byte[] sealed = seal.seal(who.toJson(), AffectedPerson.context(1));

    assertThat(PersonIdentity.fromJson(seal.open(sealed, AffectedPerson.context(1))))
        .isEqualTo(who);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> seal.open(sealed, AffectedPerson.context(2)))
        .isInstanceOf(fr.vigie.platform.persistence.UndecryptableException.class);
    assertThat(who.toString()).doesNotContain("Martin");
  }

  private PersonHashes of(String file, int line) {
    PersonLine read = Lists.read(file).taken().get(line);
    return PersonHashes.of(read, read.identity().toJson(), seal, 7L);
  }
}
