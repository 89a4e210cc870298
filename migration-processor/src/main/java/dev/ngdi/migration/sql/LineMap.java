package dev.ngdi.migration.sql;

import java.util.Arrays;

/** Offsets to lines and columns. */
final class LineMap {
  private static final int LONGEST_EXCERPT = 200;

  private final String sql;
  private final int[] lineStarts;

  LineMap(String sql) {
    this.sql = sql;
    int[] starts = new int[16];
    int count = 1;
    for (int i = sql.indexOf('\n'); i >= 0; i = sql.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    this.lineStarts = Arrays.copyOf(starts, count);
  }

  Position position(int offset) {
    int line = lineIndex(offset);
    return new Position(offset, line + 1, offset - lineStarts[line] + 1);
  }

  /** The line around an offset, trimmed, and cut around the offset where it is very long. */
  String lineAt(int offset) {
    int line = lineIndex(offset);
    int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : sql.length();
    if (end - lineStarts[line] <= LONGEST_EXCERPT) {
      return sql.substring(lineStarts[line], end).strip();
    }
    int from = Math.max(lineStarts[line], offset - LONGEST_EXCERPT / 2);
    int to = Math.min(end, from + LONGEST_EXCERPT);
    return (from > lineStarts[line] ? "…" : "")
        + sql.substring(from, to).strip()
        + (to < end ? "…" : "");
  }

  private int lineIndex(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
