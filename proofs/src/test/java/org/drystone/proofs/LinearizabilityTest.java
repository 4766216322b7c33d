package org.drystone.proofs;

import java.util.List;
import org.drystone.registry.Access;
import org.drystone.registry.AliasRef;
import org.drystone.registry.Caller;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Principal;
import org.drystone.registry.Query;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Whatever several threads do at once with the registry, for two users, could have been done by one
 * thread, one step after the other.
 *
 * <p>The threads really run; Lincheck's model checker, which chooses each step itself, does not get
 * through a commit in reasonable time.
 */
@Param(name = "name", gen = IntGen.class, conf = "1:2")
@Param(name = "version", gen = IntGen.class, conf = "1:3")
@Param(name = "value", gen = IntGen.class, conf = "1:9")
public class LinearizabilityTest {

  /** Made once: a name is read character by character, which is no step of interest here. */
  private static final List<Key<Integer>> KEYS =
      List.of(Key.of("ada/1", Integer.class), Key.of("ada/2", Integer.class));

  private static final List<AliasRef<Integer>> PROD =
      KEYS.stream().map(key -> key.alias("prod")).toList();

  private static final Principal GRACE = Principal.user("grace");

  private final Hub hub = Hub.create();
  private final Registry ada = hub.as(Caller.of(Principal.user("ada")));
  private final Registry grace = hub.as(Caller.of(GRACE));

  @Operation
  public long publish(@Param(name = "name") int name, int value) {
    return ada.publish(key(name), value).version();
  }

  @Operation
  public String publishIfAbsent(@Param(name = "name") int name, int value) {
    try {
      return "v" + ada.publish(key(name), value, with -> with.ifAbsent()).version();
    } catch (ConflictException e) {
      return "conflict";
    }
  }

  @Operation
  public String replace(
      @Param(name = "name") int name, @Param(name = "version") int version, int value) {
    try {
      return "v"
          + ada.publish(key(name), value, with -> with.replacing(key(name).version(version).id()))
              .version();
    } catch (ConflictException e) {
      return "conflict";
    }
  }

  @Operation
  public String publishAsGrace(@Param(name = "name") int name, int value) {
    try {
      return "v" + grace.publish(key(name), value).version();
    } catch (NotPermittedException e) {
      return "not permitted";
    }
  }

  @Operation
  public String read(@Param(name = "name") int name) {
    return ada.find(key(name)).map(String::valueOf).orElse("none");
  }

  @Operation
  public String readAsGrace(@Param(name = "name") int name) {
    return grace.find(key(name)).map(String::valueOf).orElse("none");
  }

  @Operation
  public String point(@Param(name = "name") int name, @Param(name = "version") int version) {
    try {
      ada.aliases().set(prod(name), key(name).version(version).id());
      return "moved";
    } catch (NotFoundException e) {
      return "not found";
    }
  }

  @Operation
  public String readWherePointed(@Param(name = "name") int name) {
    return ada.find(prod(name)).map(String::valueOf).orElse("none");
  }

  @Operation
  public String unpublish(@Param(name = "name") int name) {
    try {
      ada.unpublish(key(name).name());
      return "removed";
    } catch (NotFoundException e) {
      return "not found";
    }
  }

  @Operation
  public String list() {
    return versions(ada);
  }

  @Operation
  public String listAsGrace() {
    return versions(grace);
  }

  @Operation
  public void share() {
    access().grant(key(1).name().namespace(), GRACE, Right.READ);
  }

  @Operation
  public void unshare() {
    access().revoke(key(1).name().namespace(), GRACE);
  }

  @Test
  void holds_under_stress() {
    new StressOptions()
        .iterations(Effort.times(6))
        .invocationsPerIteration(1_000)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .minimizeFailedScenario(true)
        .check(LinearizabilityTest.class);
  }

  private Access access() {
    return ada.access();
  }

  private static String versions(Registry registry) {
    List<Label> labels = registry.list(Query.all()).labels();
    return labels.stream().map(label -> label.id().toString()).toList().toString();
  }

  private static Key<Integer> key(int number) {
    return KEYS.get(number - 1);
  }

  private static AliasRef<Integer> prod(int number) {
    return PROD.get(number - 1);
  }
}
