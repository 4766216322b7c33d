package org.drystone.registry.immutability;

/**
 * What an object holds cannot be told: it has not yet computed all of it, and nobody may make it do
 * so; or it shows what another one holds, which may change.
 */
final class NotShownException extends ReflectiveOperationException {

  private static final long serialVersionUID = 1L;
}
