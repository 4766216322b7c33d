package org.drystone.registry.internal.reading;

import java.util.Optional;
import org.drystone.registry.Deprecation;
import org.drystone.registry.Export;
import org.drystone.registry.Hold;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Ref;
import org.drystone.registry.TypeMismatchException;
import org.drystone.registry.Versioned;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.Deprecations;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Reading;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.time.Ticks;
import org.drystone.registry.spi.ValueAdapter;

/** Gives values to one reader, and notes that. */
public final class Reads {

  private final Core core;
  private final Reader reader;
  private final Resolver resolver;
  private final AdviceView advice;
  private final Ticks ticks;
  private final Deprecations deprecations;

  /** The last one; each thread may see another, which is as good. */
  private Reading reading;

  public Reads(Core core, Reader reader, Resolver resolver) {
    this.core = core;
    this.reader = reader;
    this.resolver = resolver;
    this.advice = new AdviceView(core, reader, resolver);
    this.ticks = core.ticks;
    this.deprecations = core.deprecations;
    this.reading = new Reading(reader.caller().user(), ticks.now());
  }

  /**
   * What the reader receives, and what is known of it at that revision.
   *
   * @throws org.drystone.registry.TypeMismatchException if the reference asks for another type
   */
  public <T> Versioned<T> versioned(Version version, Ref<T> ref, long revision) {
    Label label = resolver.shown(version.label(), revision);
    Optional<Deprecation> deprecation = advice.against(version, revision);
    return new Versioned<>(open(version, ref), label, deprecation);
  }

  /**
   * What the reader receives.
   *
   * @throws org.drystone.registry.TypeMismatchException if the reference asks for another type
   */
  public <T> T open(Version version, Ref<T> ref) {
    T value = version.open(ref, reader.caller());
    note(version);
    return value;
  }

  /** As {@link #open}, the latest version of an entry. */
  public <T> T openLatest(EntryState entry, Key<T> key) {
    T value = entry.open(key, reader.caller());
    entry.note(reading(), core.clock);
    if (deprecations.any()) {
      tellIfDeprecated(entry.latest());
    }
    return value;
  }

  /** Keeps the data for the reader. */
  public <T> Hold<T> hold(Found found, Ref<T> ref) {
    Hold<T> hold = SharedHold.of(found.version(), ref, reader.caller(), found.label());
    note(found.version());
    return hold;
  }

  /**
   * The stored bytes.
   *
   * @throws TypeMismatchException if there are none
   */
  public Export export(Found found, Ref<?> ref) {
    ValueAdapter.Exported exported =
        found.version().export().orElseThrow(() -> notExportable(ref, found.label()));
    note(found.version());
    return new Export(found.label(), exported.mediaType(), exported.parts());
  }

  private static TypeMismatchException notExportable(Ref<?> ref, Label label) {
    return new TypeMismatchException(
        ref + " has no stored bytes",
        "it is of " + label.type() + ", which lives only in the memory of the hub",
        "Read the value itself");
  }

  /** One object for each tick: what was noted already is recognised by it. */
  private Reading reading() {
    Reading last = reading;
    long tick = ticks.now();
    return last.tick() == tick ? last : begin(tick);
  }

  private Reading begin(long tick) {
    Reading next = new Reading(reader.caller().user(), tick);
    reading = next;
    return next;
  }

  /** Notes that the reader has got the value, in whatever form. */
  void note(Version version) {
    version.note(reading(), core.clock);
    if (deprecations.any()) {
      tellIfDeprecated(version);
    }
  }

  private void tellIfDeprecated(Version version) {
    core.present(revision -> advice.against(version, revision))
        .ifPresent(word -> core.listeners.deprecatedRead(reader.caller(), version.id(), word));
  }
}
