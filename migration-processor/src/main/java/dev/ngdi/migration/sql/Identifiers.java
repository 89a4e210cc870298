package dev.ngdi.migration.sql;

import java.util.regex.Pattern;

/** How names become SQL. */
public final class Identifiers {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  private Identifiers() {}

  /** The name as SQL: in double quotes where PostgreSQL would otherwise read another. */
  public static String quote(String name) {
    boolean plain = PLAIN.matcher(name).matches() && !Keywords.needsQuotes(name);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Whether the name, in lower case, is a word of SQL that is reserved: it needs quotes. */
  public static boolean isReserved(String name) {
    return Keywords.isReserved(name);
  }
}
