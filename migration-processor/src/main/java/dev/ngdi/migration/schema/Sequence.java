package dev.ngdi.migration.schema;

/**
 * A sequence.
 *
 * @param owner the column that it goes with, or oid 0
 * @param identity whether it is that column's identity
 * @param persistence how its value is kept
 * @param settings what differs from what PostgreSQL makes by itself: {@code as}, {@code start},
 *     {@code increment}, {@code minvalue}, {@code maxvalue}, {@code cache}, {@code cycle}
 */
public record Sequence(
    int oid,
    int scope,
    String name,
    Ref owner,
    boolean identity,
    Table.Persistence persistence,
    Settings settings)
    implements CatalogObject {
  @Override
  public String kind() {
    return "SEQUENCE";
  }

  /** The same under another name and in another schema. */
  public Sequence withName(int otherScope, String other) {
    return new Sequence(oid, otherScope, other, owner, identity, persistence, settings);
  }

  /** The same, going with another column. */
  public Sequence withOwner(Ref other) {
    return new Sequence(oid, scope, name, other, identity, persistence, settings);
  }

  /** The same, its value kept otherwise. */
  public Sequence withPersistence(Table.Persistence other) {
    return new Sequence(oid, scope, name, owner, identity, other, settings);
  }

  /** The same with other settings. */
  public Sequence withSettings(Settings others) {
    return new Sequence(oid, scope, name, owner, identity, persistence, others);
  }
}
