package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stands behind the key of an index, of its own or of a constraint. */
final class IndexClausesReader {
  private final Cursor cursor;
  private final boolean ofConstraint;
  private boolean nullsNotDistinct;
  private List<String> include = List.of();
  private Map<String, String> options = Map.of();
  private Optional<String> tablespace = Optional.empty();
  private Optional<Fragment> where = Optional.empty();

  private IndexClausesReader(Cursor cursor, boolean ofConstraint) {
    this.cursor = cursor;
    this.ofConstraint = ofConstraint;
  }

  /** Of {@code CREATE INDEX}: up to the end. */
  static ConstraintDefinition.IndexClauses ofIndex(Cursor cursor, String method) {
    return new IndexClausesReader(cursor, false).read(method, false, false);
  }

  /** Of a constraint: goes behind what belongs to the index. */
  static ConstraintDefinition.IndexClauses ofConstraint(
      Cursor cursor, String method, boolean nullsNotDistinct, boolean withoutOverlaps) {
    return new IndexClausesReader(cursor, true).read(method, nullsNotDistinct, withoutOverlaps);
  }

  private ConstraintDefinition.IndexClauses read(
      String method, boolean nullsNotDistinctBefore, boolean withoutOverlaps) {
    nullsNotDistinct = nullsNotDistinctBefore;
    boolean more = true;
    while (more && !cursor.atEnd()) {
      more = clause();
    }
    return new ConstraintDefinition.IndexClauses(
        method, nullsNotDistinct, withoutOverlaps, include, options, tablespace, where);
  }

  private boolean clause() {
    if (cursor.skip("include")) {
      include = cursor.nested().splitAtCommas().stream().map(Cursor::name).toList();
    } else if (cursor.skip("nulls", "not", "distinct")) {
      nullsNotDistinct = true;
    } else if (cursor.skip("nulls", "distinct")) {
      nullsNotDistinct = false;
    } else if (cursor.at("with") && cursor.peek(1).isSymbol("(")) {
      cursor.take();
      options = StorageParameters.read(cursor.nested());
    } else if (cursor.skip("using", "index", "tablespace") || cursor.skip("tablespace")) {
      tablespace = Optional.of(cursor.name());
    } else if (cursor.skip("where")) {
      Cursor predicate = ofConstraint && cursor.atSymbol("(") ? cursor.nested() : cursor;
      where = Optional.of(FragmentReader.expression(predicate));
    } else {
      return false;
    }
    return true;
  }
}
