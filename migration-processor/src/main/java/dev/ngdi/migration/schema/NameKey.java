package dev.ngdi.migration.schema;

/**
 * Under what an object is found.
 *
 * @param scope as {@link CatalogObject#scope}
 */
record NameKey(Space space, int scope, String name) {

  /** What has names in common: no two objects of one space and scope can have one name. */
  enum Space {
    SCHEMA,
    /** Tables, views, indexes, sequences: PostgreSQL's {@code pg_class}. */
    RELATION,
    TYPE,
    /** The one space where several objects can have one name. */
    ROUTINE,
    CONSTRAINT,
    DEFAULT,
    TRIGGER,
    POLICY,
    RULE,
    EXTENSION,
    STATISTICS,
    OTHER
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NameKey key
        && space == key.space
        && scope == key.scope
        && name.equals(key.name);
  }

  @Override
  public int hashCode() {
    return (name.hashCode() * 31 + scope) * 31 + space.name().hashCode();
  }

  static NameKey of(CatalogObject object) {
    String name = object instanceof OtherObject other ? other(other.kind(), other.name()) : "";
    return new NameKey(spaceOf(object), object.scope(), name.isEmpty() ? object.name() : name);
  }

  /** Of all constraints that have a name, whatever they belong to. */
  static NameKey ofAnyConstraint(String name) {
    return new NameKey(Space.CONSTRAINT, 0, name);
  }

  static String other(String kind, String name) {
    return kind + " " + name;
  }

  private static Space spaceOf(CatalogObject object) {
    if (object instanceof Relation || object instanceof Index || object instanceof Sequence) {
      return Space.RELATION;
    } else if (object instanceof UserType) {
      return Space.TYPE;
    } else if (object instanceof Routine) {
      return Space.ROUTINE;
    } else if (object instanceof Constraint) {
      return Space.CONSTRAINT;
    } else if (object instanceof ColumnDefault) {
      return Space.DEFAULT;
    } else if (object instanceof Trigger) {
      return Space.TRIGGER;
    } else if (object instanceof Policy) {
      return Space.POLICY;
    } else if (object instanceof RewriteRule) {
      return Space.RULE;
    } else if (object instanceof Namespace) {
      return Space.SCHEMA;
    } else if (object instanceof Extension) {
      return Space.EXTENSION;
    } else if (object instanceof Statistics) {
      return Space.STATISTICS;
    }
    return Space.OTHER;
  }
}
