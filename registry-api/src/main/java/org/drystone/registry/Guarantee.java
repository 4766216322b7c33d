package org.drystone.registry;

/** What a label promises about its version, for ever. */
public enum Guarantee {
  /** An object that was checked and cannot change. */
  IMMUTABLE,
  /** Engine data, copied as data at publication: no source can change it. */
  SNAPSHOT,
  /** Engine data, fixed in the engine's memory: never different rows, but lost with that memory. */
  CHECKPOINT,
  /** A recipe that is computed again for each reader: the rows may differ. */
  LAZY,
  /** Published although it can change, for the reason that the label gives. */
  MUTABLE
}
