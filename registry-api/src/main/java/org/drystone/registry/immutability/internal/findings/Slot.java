package org.drystone.registry.immutability.internal.findings;

import java.lang.reflect.Field;

/** A field that always holds the same reference, and whose object has to be looked at. */
public record Slot(Field field, Custody custody) {}
