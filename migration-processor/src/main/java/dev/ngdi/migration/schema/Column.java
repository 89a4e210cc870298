package dev.ngdi.migration.schema;

/**
 * A column of a relation, or an attribute of a composite type.
 *
 * @param number from 1; never used again
 * @param collation as SQL; empty for the type's own
 * @param defaultOid the number of its {@link ColumnDefault}; 0 for none
 * @param inherited from how many parents it comes
 * @param local whether the table defines it itself
 * @param settings {@code storage}, {@code compression}, {@code statistics}, {@code option.<name>}
 */
public record Column(
    int number,
    String name,
    TypeRef type,
    String collation,
    boolean notNull,
    int defaultOid,
    Identity identity,
    Generated generated,
    int inherited,
    boolean local,
    Settings settings) {
  public Column {
    boolean usual =
        type.builtin().equals("name") && collation.replace("pg_catalog.", "").equals("\"C\"");
    collation = usual ? "" : collation;
  }

  /** Whether a sequence of its own fills it. */
  public enum Identity {
    NONE,
    ALWAYS,
    BY_DEFAULT
  }

  /** Whether it is computed from other columns. */
  public enum Generated {
    NONE,
    STORED,
    VIRTUAL
  }

  /** A column that is nothing but a name and a type. */
  public static Column of(int number, String name, TypeRef type) {
    return new Column(
        number, name, type, "", false, 0, Identity.NONE, Generated.NONE, 0, true, Settings.NONE);
  }

  /** The same under another name. */
  public Column withName(String other) {
    return new Column(
        number,
        other,
        type,
        collation,
        notNull,
        defaultOid,
        identity,
        generated,
        inherited,
        local,
        settings);
  }

  /** The same with another type and collation. */
  public Column withType(TypeRef other, String otherCollation) {
    return new Column(
        number,
        name,
        other,
        otherCollation,
        notNull,
        defaultOid,
        identity,
        generated,
        inherited,
        local,
        settings);
  }

  /** The same, refusing null or not. */
  public Column withNotNull(boolean refused) {
    return new Column(
        number,
        name,
        type,
        collation,
        refused,
        defaultOid,
        identity,
        generated,
        inherited,
        local,
        settings);
  }

  /** The same with another default. */
  public Column withDefault(int oid) {
    return new Column(
        number, name, type, collation, notNull, oid, identity, generated, inherited, local,
        settings);
  }

  /** The same with another identity. */
  public Column withIdentity(Identity other) {
    return new Column(
        number,
        name,
        type,
        collation,
        notNull,
        defaultOid,
        other,
        generated,
        inherited,
        local,
        settings);
  }

  /** The same, computed or not. */
  public Column withGenerated(Generated other) {
    return new Column(
        number,
        name,
        type,
        collation,
        notNull,
        defaultOid,
        identity,
        other,
        inherited,
        local,
        settings);
  }

  /** The same, coming from so many parents. */
  public Column withInheritance(int parents, boolean own) {
    return new Column(
        number,
        name,
        type,
        collation,
        notNull,
        defaultOid,
        identity,
        generated,
        parents,
        own,
        settings);
  }

  /** The same with other settings. */
  public Column withSettings(Settings other) {
    return new Column(
        number,
        name,
        type,
        collation,
        notNull,
        defaultOid,
        identity,
        generated,
        inherited,
        local,
        other);
  }
}
