package org.drystone.registry;

/**
 * What is kept: versions that were not removed.
 *
 * @param versions how many
 * @param bytes their stored bytes, as far as {@link Label#bytes} tells them
 */
public record Usage(long versions, long bytes) {

  /** Nothing. */
  public static final Usage NONE = new Usage(0, 0);

  /** Both together. */
  public Usage plus(Usage other) {
    return new Usage(versions + other.versions, bytes + other.bytes);
  }
}
