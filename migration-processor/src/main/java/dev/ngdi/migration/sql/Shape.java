package dev.ngdi.migration.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of a statement's tokens. They are all that the grammar looks at, so a statement of a
 * shape that it accepted once need not be parsed again: most statements of a project have one of
 * few shapes.
 */
final class Shape {
  private static final int LONGEST = 400;
  private static final int MOST = 20_000;
  private static final Map<Shape, int[]> ACCEPTED = new ConcurrentHashMap<>();

  private final short[] types;

  private Shape(short[] types) {
    this.types = types;
  }

  /** The shape for token types; empty for a statement too long to be worth it. */
  static Optional<Shape> of(int[] types) {
    if (types.length > LONGEST) {
      return Optional.empty();
    }
    short[] narrow = new short[types.length];
    for (int i = 0; i < types.length; i++) {
      narrow[i] = (short) types[i];
    }
    return Optional.of(new Shape(narrow));
  }

  /** Whether it was accepted before; then the names of this statement are added. */
  boolean isKnown(List<Token> statement, Set<String> names) {
    int[] places = ACCEPTED.get(this);
    if (places == null) {
      return false;
    }
    for (int place : places) {
      names.add(statement.get(place).value());
    }
    return true;
  }

  /**
   * Remembers that the grammar accepts it.
   *
   * @param names the places of its names among its tokens
   */
  void accepted(int[] names) {
    if (ACCEPTED.size() < MOST) {
      ACCEPTED.put(this, names);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(types, shape.types);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(types);
  }
}
