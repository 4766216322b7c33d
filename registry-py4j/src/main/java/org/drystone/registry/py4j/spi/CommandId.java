package org.drystone.registry.py4j.spi;

/** Names one command of one client, unique in the JVM. Its text may serve as a job tag. */
public record CommandId(String text) {

  @Override
  public String toString() {
    return text;
  }
}
