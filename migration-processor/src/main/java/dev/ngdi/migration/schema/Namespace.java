package dev.ngdi.migration.schema;

/** A schema in PostgreSQL's sense. */
public record Namespace(int oid, String name) implements CatalogObject {
  @Override
  public int scope() {
    return 0;
  }

  @Override
  public String kind() {
    return "SCHEMA";
  }
}
