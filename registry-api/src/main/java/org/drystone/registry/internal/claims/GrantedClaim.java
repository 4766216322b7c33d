package org.drystone.registry.internal.claims;

import java.util.function.UnaryOperator;
import org.drystone.registry.Claim;
import org.drystone.registry.Condition;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Publication;
import org.drystone.registry.RegistryException;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.publishing.Conditions;
import org.drystone.registry.internal.publishing.Publisher;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.underway.Ending;
import org.drystone.registry.internal.underway.HeldClaim;

/** A claim in the hands of who computes. */
final class GrantedClaim<T> implements Claim.Granted<T> {

  private final Core core;
  private final Reader reader;
  private final Key<T> key;
  private final HeldClaim held;

  GrantedClaim(Core core, Reader reader, Key<T> key, HeldClaim held) {
    this.core = core;
    this.reader = reader;
    this.key = key;
    this.held = held;
  }

  boolean isOf(Core core) {
    return this.core == core;
  }

  HeldClaim held() {
    return held;
  }

  @Override
  public Key<T> key() {
    return key;
  }

  @Override
  public long token() {
    return held.token();
  }

  @Override
  public boolean isOpen() {
    return held.isOpen();
  }

  @Override
  public void progress(String message) {
    held.progress(message);
  }

  @Override
  public Label publish(T value, UnaryOperator<Publication> with) {
    return publish(value, with.apply(Publication.plain()));
  }

  Label publish(T value, Publication publication) {
    requireNoOtherCondition(publication);
    try {
      return new Publisher(core, reader).publish(key, value, publication.ifAbsent(), held);
    } catch (NotPermittedException e) {
      throw refused(e);
    }
  }

  /** Who publishes a name first owns it: the loser of that race may no longer write there. */
  private RegistryException refused(NotPermittedException e) {
    Resolver resolver = new Resolver(core, reader);
    Version winner = resolver.present(key);
    return winner == null
        ? e
        : Conditions.conflict(key.name(), new Condition.IfAbsent(), winner.label());
  }

  @Override
  public void fail(Throwable cause) {
    core.claims.end(held, new Ending.Failed(cause));
  }

  @Override
  public void close() {
    core.claims.end(held, new Ending.Abandoned("it was given up"));
  }

  /**
   * Checks what a claim can be published with.
   *
   * @throws InvalidArgumentException if the condition is another than that of a claim
   */
  static void requireNoOtherCondition(Publication publication) {
    if (publication.condition() instanceof Condition.Replacing replacing) {
      throw new InvalidArgumentException(
          "A computed value cannot replace " + replacing.expected(),
          "only a name without a version is computed",
          "Leave the condition out, or publish without a claim");
    }
  }
}
