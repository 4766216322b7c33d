package org.drystone.examples.sparkhub;

/** The command line cannot be followed; the message is the one line to show. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
