package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.ConstraintDefinition.IndexClauses;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.ConstraintDefinition.References;
import java.util.List;
import java.util.Optional;

/** Reads a constraint of a table, a column or a domain, with its name and its state. */
final class ConstraintReader {
  private final Cursor cursor;
  private final boolean ofTable;
  private Kind kind = Kind.CHECK;
  private List<String> columns = List.of();
  private Optional<Fragment> expression = Optional.empty();
  private Optional<References> references = Optional.empty();
  private List<IndexElement> elements = List.of();
  private Optional<String> usingIndex = Optional.empty();
  private IndexClauses index = IndexClauses.NONE;

  private ConstraintReader(Cursor cursor, boolean ofTable) {
    this.cursor = cursor;
    this.ofTable = ofTable;
  }

  /** Whether a constraint follows, named or not. */
  static boolean follows(Cursor cursor) {
    boolean exclusion =
        cursor.at("exclude") && (cursor.peek(1).isSymbol("(") || cursor.peek(1).isWord("using"));
    return exclusion
        || cursor.at("constraint")
        || cursor.at("check")
        || cursor.at("unique")
        || cursor.at("primary", "key")
        || cursor.at("foreign", "key")
        || cursor.at("references")
        || cursor.at("not", "null");
  }

  /** A constraint of a table or a domain. */
  static ConstraintDefinition ofTable(Cursor cursor) {
    Optional<String> name =
        cursor.skip("constraint") ? Optional.of(cursor.name()) : Optional.empty();
    return new ConstraintReader(cursor, true).read(name);
  }

  /** A constraint that stands with its column, behind its name; goes behind it. */
  static ConstraintDefinition ofColumn(Cursor cursor, Optional<String> name) {
    return new ConstraintReader(cursor, false).read(name);
  }

  private ConstraintDefinition read(Optional<String> name) {
    int start = cursor.index();
    if (cursor.skip("not", "null")) {
      kind = Kind.NOT_NULL;
      columns = ofTable && atColumn() ? List.of(cursor.name()) : List.of();
    } else if (cursor.skip("unique")) {
      key(Kind.UNIQUE);
    } else if (cursor.skip("primary", "key")) {
      key(Kind.PRIMARY_KEY);
    } else if (cursor.skip("foreign", "key")) {
      columns = ReferencesReader.columns(cursor.nested());
      references();
    } else if (cursor.at("references")) {
      references();
    } else if (cursor.skip("exclude")) {
      exclusion();
    } else if (cursor.skip("check") && cursor.atSymbol("(")) {
      expression = Optional.of(FragmentReader.expression(cursor.nested()));
    }
    ConstraintDefinition.State state = StateReader.read(cursor);
    return new ConstraintDefinition(
        kind,
        name,
        cursor.since(start).rest(),
        columns,
        expression,
        references,
        elements,
        usingIndex,
        index,
        state);
  }

  private boolean atColumn() {
    Token next = cursor.peek();
    return next.isName()
        && (next.kind() == Token.Kind.QUOTED_NAME || !Keywords.isReserved(next.value()));
  }

  private void references() {
    kind = Kind.FOREIGN_KEY;
    references = Optional.of(ReferencesReader.read(cursor));
  }

  private void key(Kind keyKind) {
    kind = keyKind;
    boolean nullsNotDistinct = cursor.skip("nulls", "not", "distinct");
    cursor.skip("nulls", "distinct");
    boolean withoutOverlaps = false;
    if (cursor.atSymbol("(")) {
      List<Cursor> parts = cursor.nested().splitAtCommas();
      columns = parts.stream().map(Cursor::name).toList();
      withoutOverlaps = parts.stream().anyMatch(part -> part.at("without", "overlaps"));
    } else if (cursor.at("using", "index") && !atTablespace()) {
      cursor.skip("using", "index");
      usingIndex = Optional.of(cursor.name());
    }
    index = IndexClausesReader.ofConstraint(cursor, "btree", nullsNotDistinct, withoutOverlaps);
  }

  private boolean atTablespace() {
    return cursor.at("using", "index", "tablespace") && cursor.peek(3).isName();
  }

  private void exclusion() {
    kind = Kind.EXCLUDE;
    String method = cursor.skip("using") ? cursor.name() : "btree";
    elements = cursor.atSymbol("(") ? IndexElementReader.list(cursor.nested()) : List.of();
    index = IndexClausesReader.ofConstraint(cursor, method, false, false);
  }
}
