package dev.ngdi.migration.schema;

/**
 * The default of a column, or the expression of a generated one; an object of its own, because what
 * it calls can be dropped with it and without the column.
 *
 * @param scope the number of the column's table
 * @param column the column's number
 */
public record ColumnDefault(int oid, int scope, int column, Bound expression)
    implements CatalogObject {
  @Override
  public String name() {
    return String.valueOf(column);
  }

  @Override
  public String kind() {
    return "DEFAULT";
  }
}
