package org.drystone.registry;

import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every verb of the registry, with the right that it needs: the rows of the access matrix. */
final class Verbs {

  /** What a verb says of a name that its caller may not see. */
  enum Hidden {
    NOT_FOUND,
    NOT_PERMITTED,
    /** It answers, and the name is not in the answer. */
    NOT_TOLD,
    /** It asks for no right, and tells of no name. */
    NOT_ASKED
  }

  /**
   * Names of the tests.
   *
   * @param present a name of two versions, the first under the alias prod, the second removed and
   *     the third the latest
   * @param gone a name that was removed
   */
  record Names(Name present, Name gone) {

    Key<Box> key() {
      return Key.of(present, Box.class);
    }

    AliasRef<Box> prod() {
      return key().alias("prod");
    }

    VersionId version(long number) {
      return new VersionId(present, number);
    }
  }

  @FunctionalInterface
  interface Call {
    /** Calls the verb; whatever it answers is shown as text to find names in it. */
    Object on(Registry registry, Names names) throws Exception;
  }

  record Row(String verb, Optional<Right> needed, Hidden hidden, Call call) {
    @Override
    public String toString() {
      return verb;
    }
  }

  private static final Duration NOW = Duration.ZERO;
  private static final Executor NOBODY = task -> {};

  private Verbs() {}

  static List<Row> all() {
    List<Row> rows = new ArrayList<>(views("Registry", registry -> registry));
    rows.addAll(views("Snapshot", registry -> registry.at(registry.position())));
    rows.addAll(writing());
    rows.addAll(facets());
    return rows;
  }

  /** The verbs that the present and the past have in common. */
  private static List<Row> views(String type, Function<Registry, View> view) {
    return List.of(
        free(type + ".caller()", (r, n) -> view.apply(r).caller()),
        free(type + ".position()", (r, n) -> view.apply(r).position().registryId()),
        read(type + ".get(Ref)", (r, n) -> view.apply(r).get(n.prod())),
        told(type + ".find(Ref)", (r, n) -> view.apply(r).find(n.key()).map(box -> n.present())),
        read(type + ".read(Ref)", (r, n) -> view.apply(r).read(n.key())),
        read(type + ".hold(Ref)", (r, n) -> held(view.apply(r), n)),
        read(type + ".describe(Ref)", (r, n) -> view.apply(r).describe(n.prod())),
        read(type + ".versions(Name)", (r, n) -> view.apply(r).versions(n.present())),
        told(
            type + ".list(Query)", (r, n) -> view.apply(r).list(Query.all().text("gold")).labels()),
        read(type + ".export(Ref)", (r, n) -> view.apply(r).export(n.key())));
  }

  private static List<Row> writing() {
    return List.of(
        write("Registry.publish(Key, Object)", (r, n) -> r.publish(n.key(), new Box("b"))),
        write(
            "Registry.publish(Key, Object, UnaryOperator)",
            (r, n) -> r.publish(n.key(), new Box("b"), with -> with.alias("test"))),
        present("Registry.getOrCompute(Key, Computation)", (r, n) -> computed(r, n.key())),
        present(
            "Registry.getOrCompute(Key, Computation, UnaryOperator, Duration)",
            (r, n) -> r.getOrCompute(n.key(), () -> new Box("b"), with -> with, NOW)),
        read("Registry.status(Ref)", (r, n) -> r.status(n.key())),
        free("Registry.underway()", (r, n) -> r.underway()),
        told("Registry.await(Ref, Duration)", (r, n) -> r.await(n.key(), NOW)),
        told(
            "Registry.await(Ref, VersionId, Duration)",
            (r, n) -> r.await(n.key(), n.version(1), NOW)),
        own("Registry.unpublish(Name)", (r, n) -> r.unpublish(n.present())),
        own(
            "Registry.unpublish(Name, UnaryOperator)",
            (r, n) -> r.unpublish(n.present(), how -> how)),
        own("Registry.unpublish(VersionId)", (r, n) -> r.unpublish(n.version(3))),
        own(
            "Registry.unpublish(VersionId, UnaryOperator)",
            (r, n) -> r.unpublish(n.version(3), how -> how)),
        own("Registry.restore(Name)", (r, n) -> r.restore(n.gone())),
        own("Registry.restore(VersionId)", (r, n) -> r.restore(n.version(2))),
        speak(
            "Registry.update(Key, UnaryOperator)",
            (r, n) -> r.update(n.key(), old -> new Box("b"))),
        speak(
            "Registry.update(Key, UnaryOperator, UnaryOperator)",
            (r, n) -> r.update(n.key(), old -> new Box("b"), with -> with)),
        told(
            "Registry.at(Position)",
            (r, n) -> r.at(r.position()).find(n.key()).map(box -> n.present())),
        told(
            "Registry.at(Instant)",
            (r, n) -> r.at(Instant.now()).find(n.key()).map(box -> n.present())));
  }

  private static List<Row> facets() {
    return List.of(
        speak("Advice.deprecate(Ref, String)", (r, n) -> r.advice().deprecate(n.key(), "old")),
        speak(
            "Advice.deprecate(Ref, String, Ref)",
            (r, n) -> r.advice().deprecate(n.key().version(1), "old", n.key())),
        speak("Advice.reinstate(Ref)", (r, n) -> r.advice().reinstate(n.key())),
        new Row(
            "Removals.restorable()",
            Optional.of(Right.OWN),
            Hidden.NOT_TOLD,
            (r, n) -> r.removals().restorable()),
        own(
            "Removals.retain(Scope, Retention)",
            (r, n) -> r.removals().retain(n.present(), Retention.keepingLast(5))),
        own("Removals.retainAll(Scope)", (r, n) -> r.removals().retainAll(n.present())),
        own("Removals.rule(Scope)", (r, n) -> r.removals().rule(n.present())),
        own("Removals.prune(Scope)", (r, n) -> r.removals().prune(n.present())),
        own("Removals.superfluous(Scope)", (r, n) -> r.removals().superfluous(n.present())),
        own(
            "Removals.prune(Scope, Retention)",
            (r, n) -> r.removals().prune(n.present(), Retention.keepingLast(1))),
        own(
            "Removals.superfluous(Scope, Retention)",
            (r, n) -> r.removals().superfluous(n.present(), Retention.keepingLast(1))),
        speak("Removals.keep(Name)", (r, n) -> r.removals().keep(n.present())),
        free("Changes.of(Scope)", (r, n) -> r.changes().of(n.present()).getClass()),
        free("Changes.only(Set)", (r, n) -> r.changes().only(Set.of()).getClass()),
        free("Changes.fromNow()", (r, n) -> next(r.changes().fromNow())),
        told("Changes.after(Position)", (r, n) -> next(r.changes().after(start(r)))),
        free(
            "Changes.to(Executor, ChangeListener)",
            (r, n) -> closed(r.changes().to(NOBODY, c -> {}))),
        free(
            "Changes.to(Position, Executor, ChangeListener)",
            (r, n) -> closed(r.changes().to(start(r), NOBODY, c -> {}))),
        speak(
            "Aliases.set(AliasRef, VersionId)", (r, n) -> r.aliases().set(n.prod(), n.version(3))),
        speak(
            "Aliases.create(AliasRef, VersionId)",
            (r, n) -> r.aliases().create(n.key().alias("test"), n.version(3))),
        speak(
            "Aliases.move(AliasRef, VersionId, VersionId)",
            (r, n) -> r.aliases().move(n.prod(), n.version(1), n.version(3))),
        speak("Aliases.remove(AliasRef)", (r, n) -> r.aliases().remove(n.prod())),
        speak("Aliases.rollback(AliasRef)", (r, n) -> r.aliases().rollback(n.prod())),
        read("Aliases.list(Name)", (r, n) -> r.aliases().list(n.present())),
        read("Aliases.history(AliasRef)", (r, n) -> r.aliases().history(n.prod())),
        read("Aliases.asOf(AliasRef, Instant)", (r, n) -> r.aliases().asOf(n.prod(), Instant.MAX)),
        own("Aliases.protect(AliasRef, Set)", (r, n) -> r.aliases().protect(n.prod(), Set.of())),
        own("Aliases.unprotect(AliasRef)", (r, n) -> r.aliases().unprotect(n.prod())),
        read("Aliases.movers(AliasRef)", (r, n) -> r.aliases().movers(n.prod())),
        own(
            "Access.grant(Scope, Principal, Right)",
            (r, n) -> r.access().grant(n.present(), Principal.everyone(), Right.READ)),
        own(
            "Access.revoke(Scope, Principal)",
            (r, n) -> r.access().revoke(n.present(), Principal.everyone())),
        own(
            "Access.share(Scope, Set)",
            (r, n) -> r.access().share(n.present(), Set.of(Principal.user("mary")))),
        own("Access.shareWithAll(Scope)", (r, n) -> r.access().shareWithAll(n.present())),
        own("Access.makePrivate(Scope)", (r, n) -> r.access().makePrivate(n.present())),
        told("Access.mine(Scope)", (r, n) -> r.access().mine(n.present()).map(any -> n.present())),
        own("Access.grants(Scope)", (r, n) -> r.access().grants(n.present())),
        free(
            "Access.ask(Scope, Right, String)", (r, n) -> r.access().ask(n.gone(), Right.OWN, "x")),
        own("Access.requests(Scope)", (r, n) -> r.access().requests(n.present())),
        own(
            "Access.decline(Scope, Principal)",
            (r, n) -> r.access().decline(n.present(), Principal.user("mary"))),
        present("Claims.claim(Key)", (r, n) -> r.claims().claim(n.key())),
        present("Claims.claim(Key, Duration)", (r, n) -> r.claims().claim(n.key(), NOW)),
        free("Claims.within(Granted)", (r, n) -> "needs a claim, which needs a right"),
        new Row(
            "Claims.breakClaim(Name)",
            Optional.of(Right.OWN),
            Hidden.NOT_PERMITTED,
            (r, n) -> r.claims().breakClaim(n.present())));
  }

  /** {@code Registry.get(Ref)}. */
  static String signature(Class<?> facet, Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(
            Collectors.joining(", ", facet.getSimpleName() + "." + method.getName() + "(", ")"));
  }

  private static Row free(String verb, Call call) {
    return new Row(verb, Optional.empty(), Hidden.NOT_ASKED, call);
  }

  private static Row read(String verb, Call call) {
    return new Row(verb, Optional.of(Right.READ), Hidden.NOT_FOUND, call);
  }

  /** Gives what is there, and otherwise would publish. */
  private static Row present(String verb, Call call) {
    return new Row(verb, Optional.of(Right.READ), Hidden.NOT_PERMITTED, call);
  }

  private static Row told(String verb, Call call) {
    return new Row(verb, Optional.of(Right.READ), Hidden.NOT_TOLD, call);
  }

  private static Row write(String verb, Call call) {
    return new Row(verb, Optional.of(Right.WRITE), Hidden.NOT_PERMITTED, call);
  }

  private static Row speak(String verb, Call call) {
    return new Row(verb, Optional.of(Right.WRITE), Hidden.NOT_FOUND, call);
  }

  private static Row own(String verb, Call call) {
    return new Row(verb, Optional.of(Right.OWN), Hidden.NOT_FOUND, call);
  }

  private static Box computed(Registry registry, Key<Box> key) {
    return registry.getOrCompute(key, () -> new Box("b"));
  }

  private static Object held(View view, Names names) {
    try (Hold<Box> hold = view.hold(names.key())) {
      return hold.value();
    }
  }

  private static Position start(Registry registry) {
    return new Position(registry.position().registryId(), 0);
  }

  private static Object next(Watch watch) throws InterruptedException {
    try (watch) {
      return watch.next(NOW);
    }
  }

  private static Object closed(Subscription subscription) {
    subscription.close();
    return "closed";
  }
}
