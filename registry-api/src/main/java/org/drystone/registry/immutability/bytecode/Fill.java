package org.drystone.registry.immutability.bytecode;

/** An instruction that fills a cache of an object that others may know. */
record Fill(int index, FieldId field) {}
