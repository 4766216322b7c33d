package org.drystone.checkers;

/**
 * A labelled object.
 *
 * @param id its number in the corpus
 * @param expression the Java code that made it
 * @param immutable the label: whether it cannot change
 * @param value the object
 */
record Sample(int id, String expression, boolean immutable, Object value) {}
