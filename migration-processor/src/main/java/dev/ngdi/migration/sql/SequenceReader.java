package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the options of a sequence, in any order, up to what is none. */
final class SequenceReader {
  private final Cursor cursor;
  private final Map<String, String> values = new LinkedHashMap<>();
  private Optional<List<String>> ownedBy = Optional.empty();

  private SequenceReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The options that follow; goes behind them. */
  static SequenceOptions read(Cursor cursor) {
    SequenceReader reader = new SequenceReader(cursor);
    boolean more = true;
    while (more && !cursor.atEnd()) {
      more = reader.option();
    }
    return new SequenceOptions(reader.values, reader.ownedBy);
  }

  private boolean option() {
    if (cursor.skip("as")) {
      values.put("as", integerType(TypeReader.read(cursor)));
    } else if (cursor.skip("start")) {
      cursor.skip("with");
      values.put("start", number());
    } else if (cursor.skip("increment")) {
      cursor.skip("by");
      values.put("increment", number());
    } else if (cursor.skip("minvalue")) {
      values.put("minvalue", number());
    } else if (cursor.skip("maxvalue")) {
      values.put("maxvalue", number());
    } else if (cursor.skip("cache")) {
      values.put("cache", number());
    } else if (cursor.skip("cycle")) {
      values.put("cycle", "true");
    } else if (cursor.skip("restart")) {
      cursor.skip("with");
      values.put("restart", number());
    } else if (cursor.skip("owned", "by")) {
      ownedBy = Optional.of(cursor.skip("none") ? List.of() : path());
    } else if (cursor.skip("sequence", "name")) {
      values.put("name", cursor.qualifiedName().sql());
    } else if (cursor.skip("logged")) {
      values.put("logged", "true");
    } else if (cursor.skip("unlogged")) {
      values.put("logged", "false");
    } else {
      return absence();
    }
    return true;
  }

  private boolean absence() {
    if (cursor.skip("no", "cycle")) {
      values.put("cycle", "false");
    } else if (cursor.skip("no", "minvalue")) {
      values.put("minvalue", "");
    } else if (cursor.skip("no", "maxvalue")) {
      values.put("maxvalue", "");
    } else {
      return false;
    }
    return true;
  }

  private static String integerType(TypeName type) {
    return switch (type.name().name()) {
      case "int2" -> "smallint";
      case "int4" -> "integer";
      case "int8" -> "bigint";
      default -> type.name().sql();
    };
  }

  /** A number without underscores; empty if there is none. */
  private String number() {
    boolean negative = cursor.skipSymbol("-");
    cursor.skipSymbol("+");
    Token.Kind kind = cursor.peek().kind();
    if (kind != Token.Kind.INTEGER && kind != Token.Kind.DECIMAL) {
      return "";
    }
    return (negative ? "-" : "") + cursor.name().replace("_", "");
  }

  private List<String> path() {
    List<String> path = new ArrayList<>(List.of(cursor.name()));
    while (cursor.skipSymbol(".")) {
      path.add(cursor.name());
    }
    return path;
  }
}
