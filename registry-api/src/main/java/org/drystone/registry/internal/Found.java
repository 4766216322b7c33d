package org.drystone.registry.internal;

import org.drystone.registry.Label;

/**
 * What a reference leads one reader to.
 *
 * @param version the version
 * @param label its label, as far as the reader may see it
 */
record Found(Version version, Label label) {}
