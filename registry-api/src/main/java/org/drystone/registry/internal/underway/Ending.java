package org.drystone.registry.internal.underway;

/** How a claim came to its end. */
public sealed interface Ending {

  /** Why the claim cannot publish any more, as a clause. */
  String reason();

  /** The name has a version: those who wait get it. */
  record Published(String reason) implements Ending {}

  /** Those who wait now are told. */
  record Failed(Throwable cause) implements Ending {
    @Override
    public String reason() {
      return "its computation failed: " + cause;
    }
  }

  /** One of those who wait computes instead. */
  record Abandoned(String reason) implements Ending {}
}
