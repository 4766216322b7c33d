package org.drystone.registry.py4j;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of a secret. The secrets have 256 random bits, so no salt is needed. */
final class SecretHash {

  private final byte[] digest;

  private SecretHash(byte[] digest) {
    this.digest = digest;
  }

  static SecretHash of(String secret) {
    return new SecretHash(sha256().digest(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /** Compares in a time that does not depend on where the hashes differ. */
  boolean matches(SecretHash other) {
    return MessageDigest.isEqual(digest, other.digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
