package org.drystone.registry.internal;

import java.util.Optional;
import org.drystone.registry.Deprecation;
import org.drystone.registry.Label;
import org.drystone.registry.Ref;
import org.drystone.registry.Versioned;

/** Gives values to one reader, and notes that. */
final class Reads {

  private final Core core;
  private final Reader reader;
  private final Resolver resolver;
  private final Advice advice;

  Reads(Core core, Reader reader, Resolver resolver) {
    this.core = core;
    this.reader = reader;
    this.resolver = resolver;
    this.advice = new Advice(core, reader, resolver);
  }

  /**
   * What the reader receives, and what is known of it at that revision.
   *
   * @throws org.drystone.registry.TypeMismatchException if the reference asks for another type
   */
  <T> Versioned<T> versioned(Version version, Ref<T> ref, long revision) {
    Label label = resolver.shown(version.label(), revision);
    Optional<Deprecation> deprecation = advice.against(version, revision);
    return new Versioned<>(open(version, ref), label, deprecation);
  }

  /**
   * What the reader receives.
   *
   * @throws org.drystone.registry.TypeMismatchException if the reference asks for another type
   */
  <T> T open(Version version, Ref<T> ref) {
    T value = version.open(ref, reader.caller());
    note(version);
    return value;
  }

  /** Notes that the reader has got the value, in whatever form. */
  void note(Version version) {
    version.readership().note(reader.caller().user(), core.ticks.now(), core.clock);
    if (core.deprecations.any()) {
      core.present(revision -> advice.against(version, revision))
          .ifPresent(
              word -> core.listeners.deprecatedRead(reader.caller(), version.label().id(), word));
    }
  }
}
