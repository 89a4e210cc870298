package dev.ngdi.migration.schema;

/**
 * That something needs something else, as in PostgreSQL's {@code pg_depend}.
 *
 * @param dependent what needs
 * @param referenced what is needed
 * @param certain false where it only may be so: then a drop of the latter is unproven, no error
 */
public record Dependency(Ref dependent, Ref referenced, Type type, boolean certain) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Dependency dependency
        && dependent.equals(dependency.dependent)
        && referenced.equals(dependency.referenced)
        && type == dependency.type
        && certain == dependency.certain;
  }

  @Override
  public int hashCode() {
    return dependent.hashCode() * 31 + referenced.hashCode();
  }

  /** What happens to the dependent when the referenced is dropped. */
  public enum Type {
    /** It forbids the drop, or with {@code CASCADE} goes too. */
    NORMAL,
    /** It goes too. */
    AUTO,
    /** It goes too, and cannot be dropped by itself. */
    INTERNAL
  }

  /** A dependency that is certain. */
  public static Dependency of(Ref dependent, Ref referenced, Type type) {
    return new Dependency(dependent, referenced, type, true);
  }
}
