package org.drystone.registry.internal;

import org.jspecify.annotations.Nullable;

/** A value since some revision, linked to what it was before. */
record Stamped<V>(long revision, V value, @Nullable Stamped<V> before) {}
