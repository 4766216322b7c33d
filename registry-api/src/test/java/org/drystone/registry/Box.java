package org.drystone.registry;

/** An engine's value: what {@link BoxAdapter} publishes. */
record Box(String content) {}
