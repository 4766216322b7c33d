package org.drystone.proofs;

import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;

/**
 * What users do, as {@link Model} and {@link RealRegistry} do it. Each verb answers in a word: what
 * it gives, or the code of its error.
 */
interface Verbs extends AutoCloseable {

  String publish(Principal user, Name name, int value);

  String publishIfAbsent(Principal user, Name name, int value);

  String replace(Principal user, Name name, long version, int value);

  String get(Principal user, Name name);

  String get(Principal user, Name name, long version);

  String get(Principal user, Name name, String alias);

  String list(Principal user);

  String unpublish(Principal user, Name name);

  String unpublish(Principal user, Name name, long version);

  String setAlias(Principal user, Name name, String alias, long version);

  String grant(Principal user, Scope scope, Principal other, Right right);

  String revoke(Principal user, Scope scope, Principal other);

  /** Ends what it has begun: threads of a hub, nothing of a model. */
  @Override
  default void close() {}
}
