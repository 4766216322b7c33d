/**
 * The class files of loaded classes, and which classes share a nest, a package or a chain of
 * superclasses. Starts at {@link ClassFiles}. What cannot be read ends a proof, by an {@link
 * UnprovableException}.
 */
@NullMarked
package org.drystone.registry.immutability.internal.classfiles;

import org.jspecify.annotations.NullMarked;
