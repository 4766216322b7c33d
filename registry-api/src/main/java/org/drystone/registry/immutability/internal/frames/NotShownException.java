package org.drystone.registry.immutability.internal.frames;

/**
 * What an object holds cannot be told: it has not yet computed all of it, and nobody may make it do
 * so; or it shows what another one holds, which may change.
 */
public final class NotShownException extends ReflectiveOperationException {

  private static final long serialVersionUID = 1L;
}
