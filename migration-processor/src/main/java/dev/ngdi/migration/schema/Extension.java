package dev.ngdi.migration.schema;

/**
 * An extension; what it holds is not known.
 *
 * @param namespace the number of the schema its objects are in
 * @param version empty for the default one
 */
public record Extension(int oid, String name, int namespace, String version)
    implements CatalogObject {
  @Override
  public int scope() {
    return 0;
  }

  @Override
  public String kind() {
    return "EXTENSION";
  }
}
