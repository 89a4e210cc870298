package dev.ngdi.migration.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as this project writes it: 64 lower-case hexadecimal digits. */
public final class Digest {
  private Digest() {}

  /** The digest of a text in UTF-8. */
  public static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * What of a digest fits Flyway's checksum column: its first 32 bits, as a signed number.
   *
   * @param sha256 64 hexadecimal digits
   */
  public static int checksum(String sha256) {
    return HexFormat.fromHexDigits(sha256.substring(0, 8));
  }
}
