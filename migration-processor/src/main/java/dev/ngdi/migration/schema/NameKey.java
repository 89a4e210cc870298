package dev.ngdi.migration.schema;

import java.util.List;
import java.util.Map;

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

  private static final List<Map.Entry<Class<? extends CatalogObject>, Space>> SPACES =
      List.of(
          Map.entry(Relation.class, Space.RELATION),
          Map.entry(Index.class, Space.RELATION),
          Map.entry(Sequence.class, Space.RELATION),
          Map.entry(UserType.class, Space.TYPE),
          Map.entry(Routine.class, Space.ROUTINE),
          Map.entry(Constraint.class, Space.CONSTRAINT),
          Map.entry(ColumnDefault.class, Space.DEFAULT),
          Map.entry(Trigger.class, Space.TRIGGER),
          Map.entry(Policy.class, Space.POLICY),
          Map.entry(RewriteRule.class, Space.RULE),
          Map.entry(Namespace.class, Space.SCHEMA),
          Map.entry(Extension.class, Space.EXTENSION),
          Map.entry(Statistics.class, Space.STATISTICS));

  private static final ClassValue<Space> SPACE =
      new ClassValue<>() {
        @Override
        protected Space computeValue(Class<?> kind) {
          for (Map.Entry<Class<? extends CatalogObject>, Space> space : SPACES) {
            if (space.getKey().isAssignableFrom(kind)) {
              return space.getValue();
            }
          }
          return Space.OTHER;
        }
      };

  @Override
  public boolean equals(Object other) {
    return other instanceof NameKey key
        && space == key.space
        && scope == key.scope
        && name.equals(key.name);
  }

  @Override
  public int hashCode() {
    return (name.hashCode() * 31 + scope) * 31 + space.hashCode();
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
    return spaceOf(object.getClass());
  }

  /** The space of a kind of objects. */
  static Space spaceOf(Class<? extends CatalogObject> kind) {
    return SPACE.get(kind);
  }
}
