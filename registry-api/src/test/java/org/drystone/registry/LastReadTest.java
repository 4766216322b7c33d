package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LastReadTest {

  private static final Key<Box> BOX = Key.of("shared/box", Box.class);
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final SteppingClock clock = new SteppingClock(NOON);
  private final Hub hub = Hub.builder().clock(clock).adapter(new BoxAdapter()).open();
  private final Registry ada = Users.ada(hub);
  private final Registry grace = Users.grace(hub);

  @BeforeEach
  void publish() {
    ada.publish(BOX, new Box("1"));
    ada.publish(BOX, new Box("2"));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  static Stream<BiConsumer<Registry, Ref<Box>>> readingVerbs() {
    return Stream.of(
        Registry::get,
        Registry::find,
        Registry::read,
        (registry, ref) -> registry.hold(ref).close(),
        Registry::export);
  }

  @ParameterizedTest
  @MethodSource("readingVerbs")
  void whoever_gets_the_value_is_known_to_its_owner(BiConsumer<Registry, Ref<Box>> verb) {
    verb.accept(grace, BOX.version(1));

    assertThat(ada.status(BOX.version(1)).lastReads())
        .containsExactly(new LastRead(Users.GRACE, NOON));
    assertThat(ada.status(BOX).lastReads()).as("of the other version").isEmpty();
  }

  @Test
  void who_only_looks_at_the_label_does_not_read() {
    grace.describe(BOX);
    grace.versions(BOX.name());
    grace.list(Query.all());
    grace.status(BOX);

    assertThat(ada.status(BOX).lastReads()).isEmpty();
  }

  @Test
  void the_latest_reader_comes_first() {
    grace.get(BOX);
    clock.step();
    ada.get(BOX);

    assertThat(ada.status(BOX).lastReads())
        .containsExactly(
            new LastRead(Users.ADA, NOON.plus(SteppingClock.STEP)),
            new LastRead(Users.GRACE, NOON));
  }

  @Test
  void who_does_not_own_the_name_is_not_told() {
    ada.get(BOX);
    ada.access().grant(BOX.name(), Users.GRACE, Right.WRITE);
    assertThat(grace.status(BOX).lastReads()).isEmpty();

    ada.access().grant(BOX.name(), Users.GRACE, Right.OWN);
    assertThat(grace.status(BOX).lastReads())
        .extracting(LastRead::user)
        .isEqualTo(List.of(Users.ADA));
  }
}
