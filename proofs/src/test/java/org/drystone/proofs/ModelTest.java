package org.drystone.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.drystone.registry.Caller;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Listing;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Query;
import org.drystone.registry.Registry;
import org.drystone.registry.RegistryException;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.junit.jupiter.api.Test;

/** Twenty users do whatever they like: the registry answers each time as the {@link Model} does. */
class ModelTest {

  private static final int OPERATIONS = Effort.times(100_000);

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
  private final Model model = new Model();

  @Test
  void the_registry_is_what_the_model_says() {
    try (Hub hub = Hub.create()) {
      List<Registry> views = USERS.stream().map(user -> hub.as(Caller.of(user))).toList();
      for (int step = 0; step < OPERATIONS; step++) {
        int user = random.nextInt(USERS.size());
        Operation operation = operation(USERS.get(user));
        assertThat(operation.run(views.get(user)))
            .as("step %d of seed %d: %s, by %s", step, seed, operation.what, USERS.get(user))
            .isEqualTo(operation.expected);
      }
    }
  }

  /** Something to do, and what comes of it. */
  private record Operation(String what, String expected, Function<Registry, String> verb) {

    String run(Registry registry) {
      try {
        return verb.apply(registry);
      } catch (RegistryException e) {
        return e.code().name();
      }
    }
  }

  private Operation operation(Principal user) {
    Name name = any(NAMES);
    Key<Integer> key = Key.of(name, Integer.class);
    int value = random.nextInt(1_000);
    long version = 1 + random.nextInt(12);
    return switch (random.nextInt(13)) {
      case 0, 1 ->
          new Operation(
              "publish " + name,
              model.publish(user, name, value),
              registry -> number(registry.publish(key, value)));
      case 2 ->
          new Operation(
              "publish if absent " + name,
              model.publishIfAbsent(user, name, value),
              registry -> number(registry.publish(key, value, with -> with.ifAbsent())));
      case 3 -> replace(user, key, version, value);
      case 4 ->
          new Operation(
              "get " + name, model.get(user, name), registry -> registry.get(key).toString());
      case 5 ->
          new Operation(
              "get " + key.version(version),
              model.get(user, name, version),
              registry -> registry.get(key.version(version)).toString());
      case 6, 7 -> new Operation("list", model.list(user), ModelTest::list);
      case 8 ->
          new Operation(
              "unpublish " + name,
              model.unpublish(user, name),
              registry -> done(registry.unpublish(name)));
      case 9 ->
          new Operation(
              "unpublish " + key.version(version),
              model.unpublish(user, name, version),
              registry -> done(registry.unpublish(key.version(version).id())));
      case 10 -> alias(user, key, version);
      default -> rights(user, any(SCOPES));
    };
  }

  private Operation replace(Principal user, Key<Integer> key, long version, int value) {
    return new Operation(
        "replace " + key.version(version),
        model.replace(user, key.name(), version, value),
        registry ->
            number(
                registry.publish(key, value, with -> with.replacing(key.version(version).id()))));
  }

  private Operation alias(Principal user, Key<Integer> key, long version) {
    return random.nextBoolean()
        ? new Operation(
            "set prod to " + key.version(version),
            model.setAlias(user, key.name(), "prod", version),
            registry -> done(registry.aliases().set(key.alias("prod"), key.version(version).id())))
        : new Operation(
            "get " + key.alias("prod"),
            model.get(user, key.name(), "prod"),
            registry -> registry.get(key.alias("prod")).toString());
  }

  private Operation rights(Principal user, Scope scope) {
    Principal other = random.nextInt(4) == 0 ? Principal.everyone() : any(USERS);
    if (random.nextBoolean()) {
      return new Operation(
          "revoke " + scope + " from " + other,
          model.set(user, scope, other, null),
          registry -> done(registry.access().revoke(scope, other)));
    }
    Right right = any(List.of(Right.values()));
    return new Operation(
        "grant " + right + " on " + scope + " to " + other,
        model.set(user, scope, other, right),
        registry -> done(registry.access().grant(scope, other, right)));
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String number(Label label) {
    return "v" + label.version();
  }

  private static String done(Object position) {
    return position == null ? "nothing" : "done";
  }

  private static String list(Registry registry) {
    Listing listing = registry.list(Query.all());
    StringBuilder text = new StringBuilder();
    listing.labels().forEach(label -> text.append(label.id()).append(' '));
    return text.toString();
  }
}
