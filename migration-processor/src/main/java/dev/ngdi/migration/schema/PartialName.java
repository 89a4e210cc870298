package dev.ngdi.migration.schema;

import java.util.List;

/**
 * What is known of a name of which not all need be known.
 *
 * @param pieces its known parts in order; the first begins it, the last ends it, and between two of
 *     them anything can stand. One piece is the whole name
 */
public record PartialName(List<String> pieces) {
  /** Any name. */
  public static final PartialName ANY = new PartialName(List.of("", ""));

  public PartialName {
    pieces = List.copyOf(pieces);
  }

  /** Exactly this name. */
  public static PartialName exactly(String name) {
    return new PartialName(List.of(name));
  }

  /** Any name in which this stands somewhere. */
  public static PartialName containing(String part) {
    return new PartialName(List.of("", part, ""));
  }

  /** Whether nothing is left open. */
  public boolean isExact() {
    return pieces.size() == 1;
  }

  /** Whether it can be this name. */
  public boolean matches(String name) {
    String first = pieces.get(0);
    String last = pieces.get(pieces.size() - 1);
    if (isExact()) {
      return name.equals(first);
    }
    if (!name.startsWith(first)) {
      return false;
    }
    int at = first.length();
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = name.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    return name.length() - last.length() >= at && name.endsWith(last);
  }
}
