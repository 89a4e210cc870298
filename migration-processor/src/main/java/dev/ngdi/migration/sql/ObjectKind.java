package dev.ngdi.migration.sql;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds of objects besides tables and indexes, by PostgreSQL's words for them. */
enum ObjectKind {
  ACCESS_METHOD,
  AGGREGATE,
  CAST,
  COLLATION,
  CONVERSION,
  DATABASE,
  DOMAIN,
  EVENT_TRIGGER,
  EXTENSION,
  FOREIGN_DATA_WRAPPER,
  FOREIGN_TABLE,
  FUNCTION,
  INDEX,
  LANGUAGE,
  MATERIALIZED_VIEW,
  OPERATOR_CLASS,
  OPERATOR_FAMILY,
  OPERATOR,
  POLICY,
  PROCEDURE,
  PUBLICATION,
  ROLE,
  ROUTINE,
  RULE,
  SCHEMA,
  SEQUENCE,
  SERVER,
  STATISTICS,
  SUBSCRIPTION,
  TABLE,
  TABLESPACE,
  TEXT_SEARCH_CONFIGURATION,
  TEXT_SEARCH_DICTIONARY,
  TEXT_SEARCH_PARSER,
  TEXT_SEARCH_TEMPLATE,
  TRANSFORM,
  TRIGGER,
  TYPE,
  USER_MAPPING,
  VIEW;

  private static final Map<ObjectKind, String[]> WORDS = new EnumMap<>(ObjectKind.class);

  static {
    for (ObjectKind kind : values()) {
      WORDS.put(kind, kind.name().toLowerCase(Locale.ROOT).split("_", -1));
    }
  }

  /** The kind whose words follow. */
  static Optional<ObjectKind> read(Cursor cursor) {
    for (Map.Entry<ObjectKind, String[]> kind : WORDS.entrySet()) {
      if (cursor.skip(kind.getValue())) {
        return Optional.of(kind.getKey());
      }
    }
    return cursor.skipAny("user", "group") ? Optional.of(ROLE) : Optional.empty();
  }

  /** PostgreSQL's words, upper case. */
  String sql() {
    return name().replace('_', ' ');
  }

  /** Whether its objects have a name of their own and nothing that runs outside a transaction. */
  boolean hasRecord() {
    return switch (this) {
      case CAST,
          DATABASE,
          OPERATOR,
          OPERATOR_CLASS,
          OPERATOR_FAMILY,
          SUBSCRIPTION,
          TABLESPACE,
          TRANSFORM,
          USER_MAPPING ->
          false;
      default -> true;
    };
  }

  boolean hasArguments() {
    return this == FUNCTION || this == PROCEDURE || this == AGGREGATE || this == ROUTINE;
  }

  boolean belongsToTable() {
    return this == TRIGGER || this == POLICY || this == RULE;
  }
}
