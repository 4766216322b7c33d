package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.drystone.registry.spi.RegistryListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Readers of two names, while others publish, remove, restore and prune them, until each kind of
 * deed was done often enough. Any exception but those that a verb documents ends the test.
 */
class LifeAndDeathLoadTest {

  private static final int OFTEN = 50;
  private static final int CHANGERS = 3;
  private static final List<Key<Box>> KEYS =
      List.of(Key.of("ada/a", Box.class), Key.of("ada/b", Box.class));

  /** How long what was removed can be restored. */
  private enum Trash {
    KEPT(Duration.ofDays(1), Set.of()),

    /** Then who restores may come too late each time, on a busy machine: to try counts, too. */
    SOON_EMPTIED(Duration.ofMillis(20), Set.of(Deed.RESTORE_NAME, Deed.RESTORE_VERSION));

    private final Duration time;
    private final Set<Deed> maybeInVain;

    Trash(Duration time, Set<Deed> maybeInVain) {
      this.time = time;
      this.maybeInVain = maybeInVain;
    }
  }

  private final Map<Deed, AtomicInteger> done = new ConcurrentHashMap<>();
  private final AtomicBoolean failed = new AtomicBoolean();
  private final AtomicLong contents = new AtomicLong();

  /** The one value that each version has for all who ever got it. */
  private final Map<VersionId, Box> values = new ConcurrentHashMap<>();

  private final Set<VersionId> freedAtOnce = ConcurrentHashMap.newKeySet();
  private final AtomicInteger frozen = new AtomicInteger();
  private final BoxAdapter boxes = new BoxAdapter();

  /** Something that is done again and again, to a name. */
  private enum Deed {
    GET(NotFoundException.class, UnavailableException.class),
    READ(NotFoundException.class, UnavailableException.class),
    HOLD(NotFoundException.class, UnavailableException.class),
    LIST(),
    LOOK_BACK(CompactedException.class),
    PUBLISH(CancelledException.class, ConflictException.class),
    REMOVE_NAME(NotFoundException.class),
    REMOVE_VERSION(NotFoundException.class),
    FREE_NAME(NotFoundException.class),
    FREE_VERSION(NotFoundException.class),
    RESTORE_NAME(NotFoundException.class, ConflictException.class),
    RESTORE_VERSION(NotFoundException.class, UnavailableException.class),
    PRUNE(NotFoundException.class);

    private static final List<Deed> READING = List.of(GET, READ, HOLD, LIST, LOOK_BACK);

    /** Publishing often enough that there is something for the others. */
    private static final List<Deed> CHANGING = new ArrayList<>(List.of(PUBLISH, PUBLISH, PUBLISH));

    static {
      Arrays.stream(values()).filter(deed -> !READING.contains(deed)).forEach(CHANGING::add);
    }

    private final List<Class<? extends RegistryException>> documented;

    @SafeVarargs
    Deed(Class<? extends RegistryException>... documented) {
      this.documented = List.of(documented);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readers_get_what_was_published_and_all_is_released_once(Trash trash) throws Exception {
    boxes.whileFreezing = context -> frozen.incrementAndGet();
    try (Hub hub = hub(trash.time)) {
      run(Users.ada(hub), trash);
    }

    assertThat(boxes.released).doesNotHaveDuplicates().hasSize(frozen.get());
  }

  private Hub hub(Duration trashTime) {
    RegistryListener noticing =
        new RegistryListener() {
          @Override
          public void committed(Commit commit) {
            commit.changes().forEach(LifeAndDeathLoadTest.this::notice);
          }
        };
    return Hub.builder()
        .adapter(boxes)
        .trashTime(trashTime)
        .commitsKept(100)
        .listener(noticing)
        .open();
  }

  /** Told of a removal before its data is freed. */
  private void notice(Change change) {
    if (change instanceof Change.Removed removed && removed.restorableUntil().isEmpty()) {
      removed.versions().forEach(n -> freedAtOnce.add(new VersionId(removed.name(), n)));
    }
  }

  private void run(Registry registry, Trash trash) throws Exception {
    for (Deed deed : Deed.values()) {
      done.put(deed, new AtomicInteger());
    }
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> actors = new ArrayList<>();
      for (Deed deed : Deed.READING) {
        actors.add(threads.submit(() -> act(registry, trash, List.of(deed), 0)));
      }
      for (int i = 1; i <= CHANGERS; i++) {
        int seed = i;
        actors.add(threads.submit(() -> act(registry, trash, Deed.CHANGING, seed)));
      }
      for (Future<?> actor : actors) {
        actor.get();
      }
    } finally {
      failed.set(true);
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private void act(Registry registry, Trash trash, List<Deed> deeds, int seed) {
    Random random = new Random(seed);
    boolean well = false;
    try {
      while (goesOn()) {
        Deed deed = deeds.get(random.nextInt(deeds.size()));
        if (attempt(registry, deed, KEYS.get(random.nextInt(2)))
            || trash.maybeInVain.contains(deed)) {
          done.get(deed).incrementAndGet();
        }
      }
      well = true;
    } finally {
      if (!well) {
        failed.set(true);
      }
    }
  }

  private boolean goesOn() {
    return !failed.get() && done.values().stream().anyMatch(times -> times.get() < OFTEN);
  }

  /** Whether it succeeded. */
  private boolean attempt(Registry registry, Deed deed, Key<Box> key) {
    try {
      perform(registry, deed, key);
      return true;
    } catch (RegistryException e) {
      if (!deed.documented.contains(e.getClass())) {
        throw e;
      }
      return false;
    }
  }

  private void perform(Registry registry, Deed deed, Key<Box> key) {
    Name name = key.name();
    switch (deed) {
      case GET -> assertThat(registry.get(key).content()).startsWith(name + "#");
      case READ -> see(registry.read(key));
      case HOLD -> hold(registry, key);
      case LIST -> list(registry);
      case LOOK_BACK -> lookBack(registry, key);
      case PUBLISH -> publish(registry, key);
      case REMOVE_NAME -> registry.unpublish(name);
      case REMOVE_VERSION -> registry.unpublish(registry.describe(key).id());
      case FREE_NAME -> registry.unpublish(name, Removal::now);
      case FREE_VERSION -> registry.unpublish(registry.describe(key).id(), Removal::now);
      case RESTORE_NAME -> registry.restore(name);
      case RESTORE_VERSION -> registry.restore(restorable(registry, name));
      case PRUNE -> registry.removals().prune(name, Retention.keepingLast(2));
    }
  }

  private void publish(Registry registry, Key<Box> key) {
    String content = key.name() + "#" + contents.incrementAndGet();
    Label label = registry.publish(key, new Box(content));
    see(label.id(), new Box(content + " for ada"));
  }

  private void see(Versioned<Box> found) {
    see(found.label().id(), found.value());
  }

  private void see(VersionId version, Box value) {
    assertThat(value.content()).startsWith(version.name() + "#");
    assertThat(values.computeIfAbsent(version, first -> value)).isEqualTo(value);
  }

  /** Keeps the value over the next few publications, for which it has to wait, if more come. */
  private void hold(Registry registry, Key<Box> key) {
    try (Hold<Box> hold = registry.hold(key)) {
      VersionId version = hold.label().id();
      long until = contents.get() + 3;
      while (contents.get() < until && goesOn() && !freedAtOnce.contains(version)) {
        valueUnlessFreed(hold);
      }
      valueUnlessFreed(hold);
    }
  }

  private void valueUnlessFreed(Hold<Box> hold) {
    VersionId version = hold.label().id();
    try {
      see(version, hold.value());
    } catch (UnavailableException e) {
      assertThat(freedAtOnce).contains(version);
    }
  }

  private static void list(Registry registry) {
    List<Name> names = registry.list(Query.all()).labels().stream().map(Label::name).toList();
    assertThat(names).isSubsetOf(KEYS.stream().map(Key::name).toList()).doesNotHaveDuplicates();
    assertThat(names).isSorted();
  }

  /** The past is always the same, as long as it is kept. */
  private static void lookBack(Registry registry, Key<Box> key) {
    Listing listing = registry.list(Query.all());
    Snapshot then = registry.at(listing.position());
    assertThat(then.list(Query.all()).labels()).isEqualTo(listing.labels());
    boolean listed = listing.labels().stream().anyMatch(label -> label.name().equals(key.name()));
    try {
      assertThat(listing.labels()).contains(then.describe(key));
    } catch (NotFoundException e) {
      assertThat(listed).isFalse();
    }
  }

  private static VersionId restorable(Registry registry, Name name) {
    return registry.removals().restorable().stream()
        .map(restorable -> restorable.label().id())
        .filter(version -> version.name().equals(name))
        .findFirst()
        .orElse(new VersionId(name, Long.MAX_VALUE));
  }
}
