package dev.ngdi.migration.schema.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shorter forms of a statement, some of which are still statements. */
final class Simplification {
  private static final Pattern CLAUSE =
      Pattern.compile(
          " (?:IF NOT EXISTS|IF EXISTS|OR REPLACE|CASCADE|UNLOGGED|NOT NULL|UNIQUE|PRIMARY KEY|NOT"
              + " VALID|CONSTRAINT \\S+|DEFAULT [^,()]+|COLLATE \"C\"|WITH \\([^)]*\\)|INCLUDING"
              + " \\w+|ON DELETE \\w+( NULL| DEFAULT)?|DEFERRABLE|INITIALLY DEFERRED|WHERE .*|CHECK"
              + " \\([^()]*\\))");

  private Simplification() {}

  static List<String> of(String sql) {
    List<String> simpler = new ArrayList<>();
    List<Integer> commas = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int open = -1;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\'' || c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
        open = depth == 1 && open < 0 ? i : open;
      } else if (!quoted && c == ')') {
        depth--;
        if (depth == 0 && open >= 0) {
          parts(sql, open, commas, i, simpler);
          commas.clear();
          open = -1;
        }
      } else if (!quoted && c == ',' && depth == 1) {
        commas.add(i);
      }
    }
    Matcher clause = CLAUSE.matcher(sql);
    while (clause.find()) {
      simpler.add(sql.substring(0, clause.start()) + sql.substring(clause.end()));
    }
    return simpler;
  }

  private static void parts(
      String sql, int open, List<Integer> commas, int close, List<String> simpler) {
    for (int i = 0; i < commas.size(); i++) {
      int end = i + 1 < commas.size() ? commas.get(i + 1) : close;
      simpler.add(sql.substring(0, commas.get(i)) + sql.substring(end));
    }
    if (!commas.isEmpty()) {
      simpler.add(sql.substring(0, open + 1) + sql.substring(commas.get(0) + 1));
    }
  }
}
