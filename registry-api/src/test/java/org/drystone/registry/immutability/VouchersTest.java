package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.immutability.HandleVoucher.Handle;
import org.junit.jupiter.api.Test;

class VouchersTest {

  static final class Frame {
    int rows;
    final Object content;

    Frame(Object content) {
      this.content = content;
    }
  }

  record Holder(Object frame) {}

  private final ImmutabilityChecker checker =
      ImmutabilityChecker.builder()
          .voucher(HandleVoucher.none())
          .voucher(VouchersTest::vouch)
          .build();

  private static Optional<Handle> vouch(Object object) {
    return object instanceof Frame frame
        ? Optional.of(new Handle("engine frame", List.of(frame.content)))
        : Optional.empty();
  }

  @Test
  void a_handle_at_the_root_is_vouched_for() {
    assertThat(checker.check(new Frame("a")).toString())
        .isEqualTo("HANDLE: VouchersTest.Frame is an engine frame");
  }

  @Test
  void what_lies_behind_a_handle_counts() {
    assertThat(checker.check(new Frame(new Holder(new Date(0)))).toString())
        .startsWith("MUTABLE: VouchersTest.Frame[0].frame is a java.util.Date");
  }

  @Test
  void a_handle_inside_of_another_value_is_refused_with_its_path() {
    assertThat(checker.check(List.of(new Holder(new Frame("a")))).toString())
        .isEqualTo(
            "UNDECIDED: List[0].frame is an engine frame inside of another value."
                + " Publish it under a name of its own and keep that name here");
  }

  @Test
  void without_a_voucher_a_handle_is_judged_by_its_fields() {
    assertThat(new ImmutabilityChecker().check(new Frame("a")).kind())
        .isEqualTo(Verdict.Kind.MUTABLE);
  }
}
