package org.drystone.registry.internal.reading;

import org.drystone.registry.Label;
import org.drystone.registry.internal.entries.Version;

/**
 * What a reference leads one reader to.
 *
 * @param version the version
 * @param label its label, as far as the reader may see it
 */
public record Found(Version version, Label label) {}
