package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The packaged checker reads bytecode with the ASM that it carries inside. */
class PackagedEngineIT {

  static final class LazyText {
    private final int[] codes;
    private String text;

    LazyText(int... codes) {
      this.codes = codes.clone();
    }

    @Override
    public String toString() {
      if (text == null) {
        text = "code " + codes[0];
      }
      return text;
    }
  }

  @Test
  void proofs_hold_in_the_packaged_jar() {
    assertThat(new ImmutabilityChecker().check(new LazyText(1)).toString())
        .startsWith("IMMUTABLE (CACHES)");
  }
}
