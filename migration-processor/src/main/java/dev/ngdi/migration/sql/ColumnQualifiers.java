package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind the type of a column or a domain.
 *
 * @param constraints its constraints in order; {@code NULL} is none
 * @param takesNulls whether {@code NULL} stands there
 */
record ColumnQualifiers(
    List<ConstraintDefinition> constraints,
    Optional<Fragment> defaultValue,
    Optional<TableElement.Identity> identity,
    Optional<TableElement.Generated> generated,
    Optional<QualifiedName> collation,
    boolean takesNulls) {

  ColumnQualifiers {
    constraints = List.copyOf(constraints);
  }

  /** Reads them in any order, up to what is none of them. */
  static ColumnQualifiers read(Cursor cursor) {
    Reader reader = new Reader(cursor);
    boolean more = true;
    while (more && !cursor.atEnd()) {
      more = reader.qualifier();
    }
    return new ColumnQualifiers(
        reader.constraints,
        reader.defaultValue,
        reader.identity,
        reader.generated,
        reader.collation,
        reader.takesNulls);
  }

  private static final class Reader {
    private final Cursor cursor;
    private final List<ConstraintDefinition> constraints = new ArrayList<>();
    private Optional<Fragment> defaultValue = Optional.empty();
    private Optional<TableElement.Identity> identity = Optional.empty();
    private Optional<TableElement.Generated> generated = Optional.empty();
    private Optional<QualifiedName> collation = Optional.empty();
    private boolean takesNulls;

    private Reader(Cursor cursor) {
      this.cursor = cursor;
    }

    private boolean qualifier() {
      Optional<String> name =
          cursor.skip("constraint") ? Optional.of(cursor.name()) : Optional.empty();
      if (ConstraintReader.follows(cursor)) {
        constraints.add(ConstraintReader.ofColumn(cursor, name));
      } else if (cursor.skip("default")) {
        defaultValue = Optional.of(DefaultReader.read(cursor));
      } else if (cursor.skip("collate")) {
        collation = Optional.of(cursor.qualifiedName());
      } else if (cursor.at("generated")) {
        generated();
      } else {
        boolean nulls = cursor.skip("null");
        takesNulls |= nulls;
        return nulls || name.isPresent();
      }
      return true;
    }

    private void generated() {
      cursor.skip("generated");
      boolean always = cursor.skip("always");
      cursor.skip("by", "default");
      cursor.skip("as");
      if (cursor.skip("identity")) {
        SequenceOptions options =
            cursor.atSymbol("(") ? SequenceReader.read(cursor.nested()) : SequenceOptions.NONE;
        identity = Optional.of(new TableElement.Identity(always, options));
      } else if (cursor.atSymbol("(")) {
        Fragment expression = FragmentReader.expression(cursor.nested());
        boolean stored = cursor.skip("stored");
        cursor.skip("virtual");
        generated = Optional.of(new TableElement.Generated(expression, stored));
      }
    }
  }
}
