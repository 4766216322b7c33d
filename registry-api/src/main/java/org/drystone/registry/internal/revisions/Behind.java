package org.drystone.registry.internal.revisions;

/**
 * The revision that is being read is no longer kept: whoever reads the present looks again at a
 * newer one. Never reaches a caller.
 */
public final class Behind extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Behind() {
    super("The revision is no longer kept", null, false, false);
  }
}
