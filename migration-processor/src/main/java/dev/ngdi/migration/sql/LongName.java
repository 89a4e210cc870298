package dev.ngdi.migration.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A name that PostgreSQL cuts, because it has more than 63 bytes.
 *
 * @param written the name as a script has it, quotes included
 * @param kept what PostgreSQL takes for the name, as SQL
 * @param bytes how many bytes it has, without its quotes
 * @param keptBytes how many of them PostgreSQL keeps
 */
public record LongName(String written, String kept, int bytes, int keptBytes) {

  /** All in a piece of SQL, in order; what stands in strings and comments is none. */
  public static List<LongName> in(String sql) {
    List<LongName> found = new ArrayList<>();
    Scanner scanner = new Scanner(sql, new Problems(new LineMap(sql)));
    for (Token token = scanner.next(); token.kind() != Token.Kind.END; token = scanner.next()) {
      String written = sql.substring(token.start(), token.end());
      boolean unicode = token.isName() && !written.startsWith("\"") && written.contains("\"");
      if (token.isName() && !unicode) {
        String inner =
            token.kind() == Token.Kind.WORD
                ? written
                : written.substring(1, written.length() - 1).replace("\"\"", "\"");
        int bytes = bytes(inner);
        if (bytes > Names.MAX_BYTES) {
          found.add(
              new LongName(written, Identifiers.quote(token.value()), bytes, bytes(token.value())));
        }
      }
    }
    return List.copyOf(found);
  }

  /** Whether a name of the catalogue may be one of these, cut: between two characters or not. */
  public static boolean mayBeCut(String name) {
    return bytes(name) > Names.MAX_BYTES - 4;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
