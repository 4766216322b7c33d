package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.drystone.registry.spi.RegistryListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The host hears of reads of what should no longer be used. */
class DeprecatedReadTest {

  private static final Key<String> PLAN = Key.of("shared/plan", String.class);

  private final List<String> told = new ArrayList<>();
  private final Hub hub = Hub.builder().listener(new Listening()).open();
  private final Registry ada = Users.ada(hub);
  private final Registry grace = Users.grace(hub);

  private final class Listening implements RegistryListener {
    @Override
    public void deprecatedRead(Caller reader, VersionId version, Deprecation word) {
      told.add(reader.user() + " read " + version + ", " + word);
    }
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void each_read_of_a_value_is_told_with_reader_version_and_word() {
    ada.publish(PLAN, "1");
    ada.publish(PLAN, "2");
    grace.get(PLAN);

    ada.advice().deprecate(PLAN, "wrong zone", Key.of("shared/plan", String.class).version(1));
    grace.get(PLAN.version(1));
    grace.read(PLAN);
    grace.describe(PLAN);

    assertThat(told)
        .containsExactly(
            "grace read shared/plan:v1, deprecated by ada: wrong zone; use shared/plan:v1",
            "grace read shared/plan:v2, deprecated by ada: wrong zone; use shared/plan:v1");
  }
}
