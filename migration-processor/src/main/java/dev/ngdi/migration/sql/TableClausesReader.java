package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.TableElement.Clauses;
import dev.ngdi.migration.sql.TableElement.PartitionBy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a {@code CREATE TABLE} says behind the table's name, in any order. */
final class TableClausesReader {
  private final Cursor cursor;
  private final boolean unlogged;
  private List<TableElement> elements = List.of();
  private List<QualifiedName> inherits = List.of();
  private Optional<QualifiedName> ofType = Optional.empty();
  private Optional<QualifiedName> partitionOf = Optional.empty();
  private String bound = "";
  private Optional<PartitionBy> partitionBy = Optional.empty();
  private Map<String, String> options = Map.of();
  private Optional<String> accessMethod = Optional.empty();
  private Optional<String> tablespace = Optional.empty();
  private String onCommit = "";
  private Optional<Fragment> query = Optional.empty();
  private boolean withData = true;
  private Optional<String> server = Optional.empty();

  TableClausesReader(Cursor cursor, boolean unlogged) {
    this.cursor = cursor;
    this.unlogged = unlogged;
  }

  TableBody read() {
    while (!cursor.atEnd()) {
      if (!structure() && !storage()) {
        cursor.take();
      }
    }
    List<String> names =
        elements.stream()
            .filter(TableElement.Column.class::isInstance)
            .map(element -> ((TableElement.Column) element).name())
            .toList();
    return new TableBody(
        query.isPresent() ? List.of() : elements,
        new Clauses(
            unlogged,
            inherits,
            ofType,
            partitionOf,
            bound,
            partitionBy,
            options,
            accessMethod,
            tablespace,
            onCommit,
            query,
            query.isPresent() ? names : List.of(),
            withData,
            server));
  }

  private boolean structure() {
    if (cursor.atSymbol("(")) {
      elements = TableBody.elements(cursor.nested());
    } else if (cursor.skip("inherits")) {
      inherits = cursor.nested().splitAtCommas().stream().map(Cursor::qualifiedName).toList();
    } else if (cursor.skip("partition", "of")) {
      partitionOf = Optional.of(cursor.qualifiedName());
    } else if (cursor.skip("of")) {
      ofType = Optional.of(cursor.qualifiedName());
    } else if (cursor.at("for", "values") || cursor.at("default")) {
      bound = bound(cursor);
    } else if (cursor.skip("partition", "by")) {
      String strategy = cursor.name().toUpperCase(Locale.ROOT);
      List<IndexElement> key =
          cursor.atSymbol("(") ? IndexElementReader.list(cursor.nested()) : List.of();
      partitionBy = Optional.of(new PartitionBy(strategy, key));
    } else if (cursor.skip("as")) {
      query();
    } else {
      return false;
    }
    return true;
  }

  private boolean storage() {
    if (cursor.skip("using")) {
      accessMethod = Optional.of(cursor.name());
    } else if (cursor.skip("with")) {
      options = cursor.atSymbol("(") ? StorageParameters.read(cursor.nested()) : options;
    } else if (cursor.skip("on", "commit")) {
      String first = cursor.name().toUpperCase(Locale.ROOT);
      onCommit = cursor.skip("rows") ? first + " ROWS" : first;
    } else if (cursor.skip("tablespace")) {
      tablespace = Optional.of(cursor.name());
    } else if (cursor.skip("server")) {
      server = Optional.of(cursor.name());
    } else if (cursor.skip("options")) {
      cursor.skipParentheses();
    } else {
      return false;
    }
    return true;
  }

  /** A partition's bound as written; goes behind it. */
  static String bound(Cursor cursor) {
    int start = cursor.index();
    if (!cursor.skip("default")) {
      cursor.skip("for", "values");
      cursor.skipAny("from", "in", "with");
      cursor.skipParentheses();
      if (cursor.skip("to")) {
        cursor.skipParentheses();
      }
    }
    return cursor.since(start).rest();
  }

  private void query() {
    int wordsBehind = dataClause(cursor.copy());
    withData = wordsBehind != 3;
    Cursor text = cursor.withoutLast(wordsBehind);
    query =
        Optional.of(
            text.at("execute")
                ? new Fragment(text.rest(), List.of(), List.of(), List.of(), List.of(), false)
                : FragmentReader.query(text));
    cursor.toEnd();
  }

  /** How many words {@code WITH DATA} or {@code WITH NO DATA} at the end has. */
  private static int dataClause(Cursor rest) {
    rest.toEnd();
    if (!rest.previous().isWord("data")) {
      return 0;
    }
    if (rest.peek(-2).isWord("with")) {
      return 2;
    }
    return rest.peek(-2).isWord("no") && rest.peek(-3).isWord("with") ? 3 : 0;
  }
}
