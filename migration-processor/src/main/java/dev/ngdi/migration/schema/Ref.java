package dev.ngdi.migration.schema;

/**
 * Something that can be referred to: an object, or a column of it.
 *
 * @param oid the object's number
 * @param column the column's number, from 1; 0 for the object itself
 */
public record Ref(int oid, int column) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Ref ref && oid == ref.oid && column == ref.column;
  }

  @Override
  public int hashCode() {
    return oid * 31 + column;
  }

  /** An object as a whole. */
  public static Ref to(int oid) {
    return new Ref(oid, 0);
  }
}
