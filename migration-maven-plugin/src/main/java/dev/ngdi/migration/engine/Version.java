package dev.ngdi.migration.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A version as Flyway compares them: numbers parted by dots or underscores, {@code 1} and {@code
 * 1.0} being one.
 */
record Version(List<BigInteger> parts) implements Comparable<Version> {

  static Version of(String text) {
    List<BigInteger> parts =
        new ArrayList<>(Arrays.stream(text.split("[._]", -1)).map(Version::number).toList());
    while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
      parts.remove(parts.size() - 1);
    }
    return new Version(List.copyOf(parts));
  }

  private static BigInteger number(String part) {
    return part.matches("\\d+") ? new BigInteger(part) : BigInteger.ZERO;
  }

  @Override
  public int compareTo(Version other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int order = part(i).compareTo(other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private BigInteger part(int index) {
    return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
  }
}
