package org.drystone.registry.internal;

import org.drystone.registry.Caller;
import org.drystone.registry.Export;
import org.drystone.registry.Hold;
import org.drystone.registry.Label;
import org.drystone.registry.Ref;
import org.drystone.registry.View;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.reading.Found;
import org.drystone.registry.internal.reading.Reads;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;

/** What one reader reads in the same way now and then. */
abstract class ReaderView implements View {

  final Core core;
  final Reader reader;
  final Resolver resolver;
  final Reads reads;

  ReaderView(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.resolver = new Resolver(core, reader);
    this.reads = new Reads(core, reader, resolver);
  }

  /**
   * What the reference leads to, as of the revision of the view.
   *
   * @throws org.drystone.registry.NotFoundException if there is nothing that the reader may see
   */
  abstract Found found(Ref<?> ref);

  @Override
  public final Caller caller() {
    return reader.caller();
  }

  @Override
  public final <T> Hold<T> hold(Ref<T> ref) {
    return reads.hold(found(ref), ref);
  }

  @Override
  public final Label describe(Ref<?> ref) {
    return found(ref).label();
  }

  @Override
  public final Export export(Ref<?> ref) {
    return reads.export(found(ref), ref);
  }
}
