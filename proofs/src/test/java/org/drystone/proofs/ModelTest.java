package org.drystone.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.drystone.registry.Hub;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.junit.jupiter.api.Test;

/** Twenty users do whatever they like: the registry answers each time as the {@link Model} does. */
class ModelTest {

  private static final int DEEDS = Effort.times(100_000);

  private static final List<Principal> USERS =
      IntStream.range(0, 20).mapToObj(i -> Principal.user("user" + i)).toList();

  /** Few, so that the users meet. */
  private static final List<Name> NAMES =
      List.of("shared/a", "shared/b", "user0/a", "user0/b", "user1/a", "user2/a").stream()
          .map(Name::parse)
          .toList();

  private static final List<Scope> SCOPES =
      List.of(Namespace.SHARED, Namespace.of("user0"), NAMES.get(0), NAMES.get(2), NAMES.get(3));

  /** The seed of a run that failed is in its message. */
  private final long seed = new Random().nextLong();

  private final Random random = new Random(seed);

  @Test
  void the_registry_is_what_the_model_says() {
    Model model = new Model();
    try (RealRegistry registry = new RealRegistry(Hub.create())) {
      for (int step = 0; step < DEEDS; step++) {
        Principal user = any(USERS);
        Deed deed = deed(user);
        assertThat(deed.verb.apply(registry))
            .as("step %d of seed %d: %s, by %s", step, seed, deed.what, user)
            .isEqualTo(deed.verb.apply(model));
      }
    }
  }

  /** Something to do, and its name. */
  private record Deed(String what, Function<Verbs, String> verb) {}

  private Deed deed(Principal user) {
    Name name = any(NAMES);
    int value = random.nextInt(1_000);
    long version = 1 + random.nextInt(12);
    return switch (random.nextInt(13)) {
      case 0, 1 -> new Deed("publish " + name, with -> with.publish(user, name, value));
      case 2 ->
          new Deed("publish if absent " + name, with -> with.publishIfAbsent(user, name, value));
      case 3 ->
          new Deed(
              "replace " + name + ":v" + version, with -> with.replace(user, name, version, value));
      case 4 -> new Deed("get " + name, with -> with.get(user, name));
      case 5 -> new Deed("get " + name + ":v" + version, with -> with.get(user, name, version));
      case 6, 7 -> new Deed("list", with -> with.list(user));
      case 8 -> new Deed("unpublish " + name, with -> with.unpublish(user, name));
      case 9 ->
          new Deed(
              "unpublish " + name + ":v" + version, with -> with.unpublish(user, name, version));
      case 10 -> alias(user, name, version);
      default -> rights(user, any(SCOPES));
    };
  }

  private Deed alias(Principal user, Name name, long version) {
    return random.nextBoolean()
        ? new Deed(
            "set prod to " + name + ":v" + version,
            with -> with.setAlias(user, name, "prod", version))
        : new Deed("get " + name + "@prod", with -> with.get(user, name, "prod"));
  }

  private Deed rights(Principal user, Scope scope) {
    Principal other = random.nextInt(4) == 0 ? Principal.everyone() : any(USERS);
    if (random.nextBoolean()) {
      return new Deed(
          "revoke " + scope + " from " + other, with -> with.revoke(user, scope, other));
    }
    Right right = any(List.of(Right.values()));
    return new Deed(
        "grant " + right + " on " + scope + " to " + other,
        with -> with.grant(user, scope, other, right));
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
