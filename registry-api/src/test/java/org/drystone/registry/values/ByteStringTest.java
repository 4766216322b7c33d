package org.drystone.registry.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteStringTest {

  @Test
  void neither_the_given_nor_the_taken_array_is_its_own() {
    byte[] given = {1, 2};
    ByteString bytes = ByteString.of(given);
    given[0] = 9;
    bytes.toByteArray()[1] = 9;
    assertThat(bytes.toByteArray()).containsExactly(1, 2);
  }

  @Test
  void equal_bytes_are_equal() {
    assertThat(ByteString.of(new byte[] {1, 2}))
        .isEqualTo(ByteString.of(new byte[] {1, 2}))
        .hasSameHashCodeAs(ByteString.of(new byte[] {1, 2}))
        .isNotEqualTo(ByteString.of(new byte[] {2, 1}))
        .hasToString("ByteString[2: 0102]");
  }

  @Test
  void shows_only_the_first_bytes() {
    assertThat(ByteString.of(new byte[1000]).toString()).hasSizeLessThan(60).endsWith("..]");
    assertThat(ByteString.of(new byte[1000]).size()).isEqualTo(1000);
    assertThat(ByteString.of(new byte[] {1, 7}).byteAt(1)).isEqualTo((byte) 7);
  }

  @Test
  void sixteen_bytes_are_shown_whole() {
    assertThat(ByteString.of(new byte[16])).hasToString("ByteString[16: " + "00".repeat(16) + "]");
    assertThat(ByteString.of(new byte[17]).toString()).endsWith("00..]");
  }

  @Test
  void different_bytes_spread_in_a_table() {
    assertThat(ByteString.of(new byte[] {1})).doesNotHaveSameHashCodeAs(ByteString.of(new byte[0]));
  }
}
