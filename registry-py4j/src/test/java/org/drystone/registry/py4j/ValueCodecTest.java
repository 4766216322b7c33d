package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.drystone.registry.values.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueCodecTest {

  enum Colour {
    RED {
      @Override
      public String toString() {
        return "a body of its own";
      }
    }
  }

  record Point(int x, List<String> names) {}

  @ParameterizedTest
  @MethodSource("seeds")
  void what_was_decoded_from_its_encoding_is_equal(long seed) {
    Object value = value(new Random(seed), 4);

    JsonElement json = ValueEncoder.encode(value).orElseThrow();

    assertThat(ValueDecoder.decode(JsonParser.parseString(json.toString()))).isEqualTo(value);
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of(null, "null"),
        Arguments.of(true, "true"),
        Arguments.of("text", "\"text\""),
        Arguments.of('c', "\"c\""),
        Arguments.of(12L, "12"),
        Arguments.of(12, "12"),
        Arguments.of((short) 12, "12"),
        Arguments.of((byte) 12, "12"),
        Arguments.of(1L << 53, "9007199254740992"),
        Arguments.of((1L << 53) + 1, "{\"int\":\"9007199254740993\"}"),
        Arguments.of(Long.MIN_VALUE, "{\"int\":\"-9223372036854775808\"}"),
        Arguments.of(new BigInteger("9223372036854775808"), "{\"int\":\"9223372036854775808\"}"),
        Arguments.of(1.5, "{\"float\":\"1.5\"}"),
        Arguments.of(1.5f, "{\"float\":\"1.5\"}"),
        Arguments.of(Double.NaN, "{\"float\":\"NaN\"}"),
        Arguments.of(Double.NEGATIVE_INFINITY, "{\"float\":\"-Infinity\"}"),
        Arguments.of(new BigDecimal("1.50"), "{\"decimal\":\"1.50\"}"),
        Arguments.of(ByteString.of(new byte[] {0, -1}), "{\"bytes\":\"AP8=\"}"),
        Arguments.of(LocalDate.of(2026, 1, 2), "{\"date\":\"2026-01-02\"}"),
        Arguments.of(LocalTime.of(3, 4, 5), "{\"time\":\"03:04:05\"}"),
        Arguments.of(
            LocalDateTime.of(2026, 1, 2, 3, 4, 5), "{\"datetime\":\"2026-01-02T03:04:05\"}"),
        Arguments.of(Instant.ofEpochSecond(0), "{\"instant\":\"1970-01-01T00:00:00Z\"}"),
        Arguments.of(
            OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.ofHours(2)),
            "{\"instant\":\"2026-01-02T01:04:05Z\"}"),
        Arguments.of(
            ZonedDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneId.of("Europe/Paris")),
            "{\"instant\":\"2026-01-02T02:04:05Z\"}"),
        Arguments.of(Duration.ofMillis(1500), "{\"duration\":\"PT1.5S\"}"),
        Arguments.of(new UUID(1, 2), "{\"uuid\":\"00000000-0000-0001-0000-000000000002\"}"),
        Arguments.of(Arrays.asList(1, null), "[1,null]"),
        Arguments.of(new LinkedHashSet<>(List.of(2, 1)), "{\"set\":[2,1]}"),
        Arguments.of(Map.of(List.of(1), "v"), "{\"map\":[[[1],\"v\"]]}"),
        Arguments.of(
            Colour.RED,
            "{\"enum\":{\"type\":\"org.drystone.registry.py4j.ValueCodecTest$Colour\","
                + "\"name\":\"RED\"}}"),
        Arguments.of(
            new Point(1, List.of("a")),
            "{\"record\":{\"type\":\"org.drystone.registry.py4j.ValueCodecTest$Point\","
                + "\"fields\":[[\"x\",1],[\"names\",[\"a\"]]]}}"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void every_kind_has_its_form(Object value, String json) {
    assertThat(ValueEncoder.encode(value)).hasToString("Optional[" + json + "]");
  }

  @Test
  void numbers_are_read_as_long_while_they_fit() {
    assertThat(decoded("12")).isEqualTo(12L);
    assertThat(decoded("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(decoded("{\"int\":\"9223372036854775808\"}"))
        .isEqualTo(new BigInteger("9223372036854775808"));
    assertThat(decoded("-0")).isEqualTo(0L);
  }

  @Test
  void an_instant_may_have_an_offset() {
    assertThat(decoded("{\"instant\":\"2026-01-02T03:04:05.000006+01:00\"}"))
        .isEqualTo(Instant.parse("2026-01-02T02:04:05.000006Z"));
  }

  @Test
  void what_is_no_plain_data_has_no_encoding_wherever_it_stands() {
    for (Object value : List.of(new Object(), new int[1], "\ud800", new StringBuilder("x"))) {
      assertThat(ValueEncoder.encode(value)).isEmpty();
      assertThat(ValueEncoder.encode(List.of(List.of(value)))).isEmpty();
      assertThat(ValueEncoder.encode(Map.of("k", value))).isEmpty();
    }
  }

  @Test
  void neither_has_what_contains_itself() {
    List<Object> list = new ArrayList<>();
    list.add(list);

    assertThat(ValueEncoder.encode(list)).isEmpty();
  }

  private static Object decoded(String json) {
    return ValueDecoder.decode(JsonParser.parseString(json));
  }

  /** A random value of the kinds that both sides have. */
  private static Object value(Random random, int depth) {
    int kinds = depth > 0 ? 17 : 14;
    return switch (random.nextInt(kinds)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> text(random);
      case 3 -> random.nextLong();
      case 4 -> (long) random.nextInt();
      case 5 -> new BigInteger(100, random).add(BigInteger.ONE.shiftLeft(64));
      case 6 -> Double.longBitsToDouble(random.nextLong());
      case 7 -> new BigDecimal(new BigInteger(90, random), random.nextInt(40) - 20);
      case 8 -> ByteString.of(text(random).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      case 9 -> LocalDate.ofEpochDay(random.nextInt(1_000_000) - 500_000);
      case 10 -> LocalTime.ofNanoOfDay(Math.floorMod(random.nextLong(), 86_400_000_000_000L));
      case 11 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
      case 12 -> Duration.ofNanos(random.nextLong());
      case 13 -> new UUID(random.nextLong(), random.nextLong());
      case 14 -> values(random, depth, new ArrayList<>());
      case 15 -> values(random, depth, new LinkedHashSet<>());
      default -> map(random, depth);
    };
  }

  private static <C extends java.util.Collection<Object>> C values(
      Random random, int depth, C into) {
    for (int i = random.nextInt(5); i > 0; i--) {
      into.add(value(random, depth - 1));
    }
    return into;
  }

  private static Map<Object, Object> map(Random random, int depth) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      map.put(value(random, depth - 1), value(random, depth - 1));
    }
    return map;
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(8), 0, Character.MAX_CODE_POINT)
        .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
