package org.drystone.registry.immutability;

/** An object has not yet computed all that it holds, and nobody may make it do so. */
final class NotForcedException extends ReflectiveOperationException {

  private static final long serialVersionUID = 1L;
}
