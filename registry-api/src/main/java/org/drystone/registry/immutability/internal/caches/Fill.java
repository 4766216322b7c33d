package org.drystone.registry.immutability.internal.caches;

import org.drystone.registry.immutability.internal.flow.FieldId;

/** An instruction that fills a cache of an object that others may know. */
record Fill(int index, FieldId field) {}
