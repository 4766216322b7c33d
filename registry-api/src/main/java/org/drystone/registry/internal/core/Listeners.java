package org.drystone.registry.internal.core;

import java.util.List;
import java.util.function.Consumer;
import org.drystone.registry.Caller;
import org.drystone.registry.Commit;
import org.drystone.registry.Deprecation;
import org.drystone.registry.Label;
import org.drystone.registry.LimitException;
import org.drystone.registry.VersionId;
import org.drystone.registry.spi.RegistryListener;

/** Tells the host's listeners; none of them can harm whoever caused the event. */
public record Listeners(List<RegistryListener> all) {

  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

  public Listeners {
    all = List.copyOf(all);
  }

  void committed(Commit commit) {
    tell(listener -> listener.committed(commit));
  }

  public void deprecatedRead(Caller reader, VersionId version, Deprecation deprecation) {
    tell(listener -> listener.deprecatedRead(reader, version, deprecation));
  }

  void mutated(Caller reader, Label version) {
    tell(listener -> listener.mutated(reader, version));
  }

  public void refused(Caller caller, LimitException refusal) {
    tell(listener -> listener.refused(caller, refusal));
  }

  private void tell(Consumer<RegistryListener> event) {
    for (RegistryListener listener : all) {
      try {
        event.accept(listener);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "A listener failed: " + listener.getClass(), e);
      }
    }
  }
}
