package org.drystone.registry.internal;

import java.lang.reflect.Type;
import org.drystone.registry.spi.Admission;

/**
 * A value that was admitted and can be committed.
 *
 * @param admission what its adapter says of it
 * @param type the type under which it can be read
 * @param data the stored form
 */
record Frozen(Admission<?> admission, Type type, Data<?, ?> data) {}
