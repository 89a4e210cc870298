package dev.ngdi.migration.schema.undo;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether two texts say the same. */
enum Likeness {
  SAME,
  /** Written otherwise, but of the same constants and names. */
  PERHAPS_SAME,
  DIFFERENT;

  private static final Map<String, String> OTHER_WORDS =
      Map.ofEntries(
          Map.entry("bool", "boolean"),
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("int8", "bigint"),
          Map.entry("float8", "double"),
          Map.entry("decimal", "numeric"),
          Map.entry("varchar", "character"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("varying", "character"),
          Map.entry("timestamptz", "timestamp"),
          Map.entry("current_timestamp", "now"),
          Map.entry("transaction_timestamp", "now"),
          Map.entry("'t'", "true"),
          Map.entry("'true'", "true"),
          Map.entry("'f'", "false"),
          Map.entry("'false'", "false"),
          Map.entry("!=", "<>"));

  private static final Set<String> WITHOUT_WEIGHT =
      Set.of(
          "and",
          "or",
          "not",
          "in",
          "any",
          "all",
          "some",
          "array",
          "between",
          "symmetric",
          "like",
          "ilike",
          "similar",
          "is",
          "isnull",
          "notnull",
          "distinct",
          "from",
          "as",
          "cast",
          "with",
          "without",
          "time",
          "zone",
          "asc",
          "collate",
          "inner",
          "outer",
          "on",
          "join",
          "cross",
          "row",
          "select",
          "where",
          "case",
          "end",
          "using",
          "public",
          "pg_catalog",
          "text",
          "character",
          "integer",
          "bigint",
          "smallint",
          "numeric",
          "double",
          "precision",
          "boolean",
          "timestamp",
          "date",
          "real",
          "jsonb",
          "json",
          "uuid",
          "regclass",
          "substring",
          "for",
          "position",
          "overlay",
          "trim",
          "btrim",
          "extract",
          "date_part",
          "default");

  /** Compares what two things are in one respect. */
  static Likeness of(Property one, Property other) {
    if (one.text().equals(other.text())) {
      return SAME;
    }
    if (!one.expression() || !other.expression()) {
      return DIFFERENT;
    }
    List<String> first = normal(one.text());
    List<String> second = normal(other.text());
    if (first.equals(second)) {
      return SAME;
    }
    return weighty(Normal.withoutCasts(first)).equals(weighty(Normal.withoutCasts(second)))
            || isOpen(first) != isOpen(second)
        ? PERHAPS_SAME
        : DIFFERENT;
  }

  /** The text in a form that texts that mean the same have in common, as far as that is easy. */
  static String normal(Property property) {
    return property.expression() ? String.join(" ", normal(property.text())) : property.text();
  }

  /** Whether an expression is no more than {@code NULL}, which PostgreSQL keeps as no default. */
  static boolean isNull(String sql) {
    return Normal.withoutCasts(normal(sql)).equals(List.of("null"));
  }

  private static List<String> normal(String sql) {
    return Normal.tokens(sql);
  }

  /** Whether it stands for names that it does not say. */
  private static boolean isOpen(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      boolean afterSelect =
          i > 0 && Set.of("select", ".", ",", "distinct").contains(tokens.get(i - 1));
      if (tokens.get(i).equals("*") && afterSelect) {
        return true;
      }
    }
    return false;
  }

  /**
   * The constants and names in it, in order, each once; types and words left out that stand for
   * others.
   */
  private static List<String> weighty(List<String> tokens) {
    Set<String> weighty = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = OTHER_WORDS.getOrDefault(tokens.get(i), tokens.get(i));
      boolean qualifier = i + 1 < tokens.size() && tokens.get(i + 1).equals(".");
      if (isConstantOrName(token) && !WITHOUT_WEIGHT.contains(token) && !qualifier) {
        weighty.add(number(token));
      }
    }
    return List.copyOf(weighty);
  }

  private static boolean isConstantOrName(String token) {
    char first = token.charAt(0);
    return Character.isLetterOrDigit(first) || ("_'\"$.".indexOf(first) >= 0 && token.length() > 1);
  }

  private static String number(String token) {
    String inner = token.replaceAll("^'|'$", "");
    return inner.matches("[0-9]+(\\.[0-9]+)?")
        ? new BigDecimal(inner).stripTrailingZeros().toPlainString()
        : token;
  }
}
