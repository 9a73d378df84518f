package fr.vigie.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HashChainTest {
  @Test
  void theHashIsThatOfLengthPrefixedFields() {
    // printf '64:%064d3:abc' 0 | sha256sum
    assertThat(HashChain.next(HashChain.ORIGIN, List.of("abc")))
        .isEqualTo("3e08738ea595f59428c3153a9227e3070ec89eb185124ac4feefb97e3ef3ed79");
    // lengths are in bytes: é is two
    assertThat(HashChain.next(HashChain.ORIGIN, List.of("é", "")))
        .isEqualTo("eeec74c640448b00675a3c7976020103a9aff27b15b47816b754b4b4f1af2927");
  }

  @Test
  void fieldsCannotBeMovedIntoEachOther() {
    assertThat(HashChain.next(HashChain.ORIGIN, List.of("ab", "c")))
        .isNotEqualTo(HashChain.next(HashChain.ORIGIN, List.of("a", "bc")));
    assertThat(HashChain.next(HashChain.ORIGIN, List.of("a", "")))
        .isNotEqualTo(HashChain.next(HashChain.ORIGIN, List.of("a")));
    assertThat(HashChain.next(HashChain.ORIGIN, List.of("1:a")))
        .isNotEqualTo(HashChain.next(HashChain.ORIGIN, List.of("1", "a")));
  }

  @Test
  void theHashDependsOnTheOneBefore() {
    String other = HashChain.next(HashChain.ORIGIN, List.of("x"));
    assertThat(HashChain.next(other, List.of("abc")))
        .isNotEqualTo(HashChain.next(HashChain.ORIGIN, List.of("abc")));
  }
}
