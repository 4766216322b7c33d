package org.drystone.registry;

/**
 * The registry as it was at one {@link #position}, for one caller: the entries of then, as far as
 * the caller could see them then and may see them now. It never changes but by rights that are
 * taken. It keeps no data alive: what was removed since can be read until it is freed.
 *
 * <p>Every reading verb throws {@link CompactedException} once changes after the position are no
 * longer kept, and {@link UnavailableException}, with the author of the removal, for data that was
 * freed.
 */
public interface Snapshot extends View {}
