package org.drystone.registry.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.drystone.registry.Caller;
import org.drystone.registry.Guarantee;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.VersionId;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.AdmissionContext;
import org.drystone.registry.spi.ValueAdapter;
import org.junit.jupiter.api.Test;

class NameTableTest {

  private static final int MANY = 5000;

  private final NameTable table = new NameTable();

  @Test
  void finds_each_of_many_by_an_equal_name() {
    IntStream.range(0, MANY).forEach(i -> table.put(state(i)));

    assertThat(IntStream.range(0, MANY))
        .allSatisfy(i -> assertThat(table.get(name(i)).name()).isEqualTo(name(i)));
    assertThat(table.all()).hasSize(MANY);
  }

  @Test
  void finds_nothing_where_nothing_is() {
    table.put(state(1));

    assertThat(table.get(name(2))).isNull();
  }

  @Test
  void a_state_takes_the_place_of_the_one_of_its_name() {
    EntryState later = state(1);
    table.put(state(1));
    table.put(later);

    assertThat(table.all()).containsExactly(later);
    assertThat(table.get(name(1))).isSameAs(later);
  }

  @Test
  void what_is_removed_hides_nothing_else() {
    IntStream.range(0, MANY).forEach(i -> table.put(state(i)));
    IntStream.range(0, MANY).filter(i -> i % 2 == 0).forEach(i -> table.remove(name(i)));

    assertThat(IntStream.range(0, MANY))
        .allSatisfy(i -> assertThat(table.get(name(i)) == null).isEqualTo(i % 2 == 0));
    assertThat(table.all()).hasSize(MANY / 2);
  }

  @Test
  void what_was_removed_can_be_there_again() {
    table.put(state(1));
    table.remove(name(1));
    table.remove(name(2));
    table.put(state(1));

    assertThat(table.all()).hasSize(1);
    assertThat(table.get(name(1))).isNotNull();
  }

  @Test
  void readers_find_what_was_there_before_they_began_while_others_come_and_go()
      throws InterruptedException {
    AtomicInteger put = new AtomicInteger();
    AtomicInteger missed = new AtomicInteger();
    Thread reader =
        new Thread(
            () -> {
              for (int i = put.get(); i < MANY; i = put.get()) {
                if (i > 0 && table.get(name(i - 1)) == null) {
                  missed.incrementAndGet();
                }
              }
            });
    reader.start();
    for (int i = 0; i < MANY; i++) {
      table.put(state(-1 - i));
      table.remove(name(-1 - i));
      table.put(state(i));
      put.set(i + 1);
    }
    reader.join();

    assertThat(missed).hasValue(0);
  }

  private static Name name(int number) {
    return Name.parse("ada/n" + number);
  }

  private static EntryState state(int number) {
    Name name = name(number);
    Label label =
        Label.builder()
            .id(new VersionId(name, 1))
            .revision(1)
            .publisher(Principal.user("ada"))
            .publishedAt(Instant.EPOCH)
            .type("java.lang.Object")
            .guarantee(Guarantee.IMMUTABLE)
            .evidence("KNOWN")
            .build();
    Admission<Object> admission =
        Admission.of(new Object(), Object.class, Guarantee.IMMUTABLE, "KNOWN");
    return new EntryState(
        new Space(name.namespace()),
        new Version(label, Object.class, new NoAdapter(), admission, List.of()));
  }

  /** Takes nothing. */
  private static final class NoAdapter implements ValueAdapter<Object, Object> {
    @Override
    public Class<Object> rootType() {
      return Object.class;
    }

    @Override
    public Admission<Object> admit(Object value, AdmissionContext context) {
      throw new AssertionError("nothing is published here");
    }

    @Override
    public Object open(Object stored, VersionId version, Caller reader) {
      return stored;
    }

    @Override
    public void release(Object stored) {}
  }
}
