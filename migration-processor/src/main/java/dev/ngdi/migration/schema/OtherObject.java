package dev.ngdi.migration.schema;

/**
 * An object of which only the name matters here: a publication, a collation, a text search
 * configuration, a server.
 *
 * @param scope the number of its schema; 0 for what has none
 * @param kind PostgreSQL's word, upper case
 * @param definition what stands behind its name, as written
 */
public record OtherObject(int oid, int scope, String name, String kind, String definition)
    implements CatalogObject {
  /** The kind of what later objects are granted: its name says which, in lower case. */
  public static final String DEFAULT_PRIVILEGES = "DEFAULT PRIVILEGES";

  /** Whether it says what later objects are granted. */
  public boolean isDefaultPrivileges() {
    return kind.equals(DEFAULT_PRIVILEGES);
  }

  /** The same under another name and in another schema. */
  public OtherObject withName(int otherScope, String other) {
    return new OtherObject(oid, otherScope, other, kind, definition);
  }
}
