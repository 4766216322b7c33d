package org.drystone.registry.immutability;

import java.lang.reflect.Field;

/** A field that always holds the same reference, and whose object has to be looked at. */
record Slot(Field field, Custody custody) {}
