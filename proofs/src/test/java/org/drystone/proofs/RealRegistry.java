package org.drystone.proofs;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.drystone.registry.Caller;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Query;
import org.drystone.registry.Registry;
import org.drystone.registry.RegistryException;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;

/** A hub, asked for all that a {@link Model} can do. */
final class RealRegistry implements Verbs {

  private static final String DONE = "done";

  private final Hub hub;
  private final Map<Principal, Registry> views = new ConcurrentHashMap<>();

  /** Closes the hub in the end. */
  RealRegistry(Hub hub) {
    this.hub = hub;
  }

  /** On a hub in which whoever looks at the time, or commits, may stumble. */
  static RealRegistry stumbling() {
    Stumbling moments = new Stumbling();
    return new RealRegistry(Hub.builder().clock(moments).journal(moments).open());
  }

  @Override
  public String publish(Principal user, Name name, int value) {
    return answer(user, registry -> number(registry.publish(key(name), value)));
  }

  @Override
  public String publishIfAbsent(Principal user, Name name, int value) {
    return answer(
        user, registry -> number(registry.publish(key(name), value, with -> with.ifAbsent())));
  }

  @Override
  public String replace(Principal user, Name name, long version, int value) {
    Key<Integer> key = key(name);
    return answer(
        user,
        registry ->
            number(
                registry.publish(key, value, with -> with.replacing(key.version(version).id()))));
  }

  @Override
  public String get(Principal user, Name name) {
    return answer(user, registry -> registry.get(key(name)).toString());
  }

  @Override
  public String get(Principal user, Name name, long version) {
    return answer(user, registry -> registry.get(key(name).version(version)).toString());
  }

  @Override
  public String get(Principal user, Name name, String alias) {
    return answer(user, registry -> registry.get(key(name).alias(alias)).toString());
  }

  @Override
  public String list(Principal user) {
    return answer(user, RealRegistry::listed);
  }

  @Override
  public String unpublish(Principal user, Name name) {
    return done(user, registry -> registry.unpublish(name));
  }

  @Override
  public String unpublish(Principal user, Name name, long version) {
    return done(user, registry -> registry.unpublish(key(name).version(version).id()));
  }

  @Override
  public String setAlias(Principal user, Name name, String alias, long version) {
    Key<Integer> key = key(name);
    return done(
        user, registry -> registry.aliases().set(key.alias(alias), key.version(version).id()));
  }

  @Override
  public String grant(Principal user, Scope scope, Principal other, Right right) {
    return done(user, registry -> registry.access().grant(scope, other, right));
  }

  @Override
  public String revoke(Principal user, Scope scope, Principal other) {
    return done(user, registry -> registry.access().revoke(scope, other));
  }

  @Override
  public void close() {
    hub.close();
  }

  private String answer(Principal user, Function<Registry, String> verb) {
    Registry registry = views.computeIfAbsent(user, any -> hub.as(Caller.of(user)));
    try {
      return verb.apply(registry);
    } catch (RegistryException e) {
      return e.code().name();
    }
  }

  private String done(Principal user, Function<Registry, Object> verb) {
    return answer(user, verb.andThen(any -> DONE));
  }

  private static Key<Integer> key(Name name) {
    return Key.of(name, Integer.class);
  }

  private static String number(Label label) {
    return "v" + label.version();
  }

  private static String listed(Registry registry) {
    StringBuilder text = new StringBuilder();
    registry.list(Query.all()).labels().forEach(label -> text.append(label.id()).append(' '));
    return text.toString();
  }
}
