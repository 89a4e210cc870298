package dev.ngdi.migration.schema;

import java.util.List;
import java.util.Optional;

/** A data type that a script makes. */
public sealed interface UserType extends CatalogObject {

  /** The same under another name and in another schema. */
  UserType withName(int otherScope, String other);

  /** An enum. */
  record Enumeration(int oid, int scope, String name, List<String> values) implements UserType {
    public Enumeration {
      values = List.copyOf(values);
    }

    @Override
    public String kind() {
      return "TYPE";
    }

    @Override
    public Enumeration withName(int otherScope, String other) {
      return new Enumeration(oid, otherScope, other, values);
    }

    /** The same with other values. */
    public Enumeration withValues(List<String> others) {
      return new Enumeration(oid, scope, name, others);
    }
  }

  /** A composite type. */
  record Composite(int oid, int scope, String name, List<Column> attributes) implements UserType {
    public Composite {
      attributes = List.copyOf(attributes);
    }

    @Override
    public String kind() {
      return "TYPE";
    }

    @Override
    public Composite withName(int otherScope, String other) {
      return new Composite(oid, otherScope, other, attributes);
    }

    /** The same with other attributes. */
    public Composite withAttributes(List<Column> others) {
      return new Composite(oid, scope, name, others);
    }
  }

  /** A domain; its checks are {@link Constraint}s with its number as their scope. */
  record Domain(
      int oid,
      int scope,
      String name,
      TypeRef base,
      String collation,
      boolean notNull,
      Optional<Bound> defaultValue)
      implements UserType {
    @Override
    public String kind() {
      return "DOMAIN";
    }

    @Override
    public Domain withName(int otherScope, String other) {
      return new Domain(oid, otherScope, other, base, collation, notNull, defaultValue);
    }

    /** Whether it, or a domain that it is made of, refuses any value; a check not valid counts. */
    public boolean isConstrained(Schema schema) {
      return notNull
          || !schema.of(oid, Constraint.class).isEmpty()
          || (base.dimensions() == 0
              && schema
                  .get(base.oid(), Domain.class)
                  .filter(behind -> behind.isConstrained(schema))
                  .isPresent());
    }

    /** The same, refusing null or not. */
    public Domain withNotNull(boolean refused) {
      return new Domain(oid, scope, name, base, collation, refused, defaultValue);
    }

    /** The same with another default. */
    public Domain withDefault(Optional<Bound> other) {
      return new Domain(oid, scope, name, base, collation, notNull, other);
    }
  }

  /** A range type; its options as written. */
  record Range(int oid, int scope, String name, TypeRef subtype, Settings settings)
      implements UserType {
    @Override
    public String kind() {
      return "TYPE";
    }

    @Override
    public Range withName(int otherScope, String other) {
      return new Range(oid, otherScope, other, subtype, settings);
    }
  }

  /** A base type or a shell, of which only the name is known and the definition as written. */
  record Base(int oid, int scope, String name, String definition) implements UserType {
    @Override
    public String kind() {
      return "TYPE";
    }

    @Override
    public Base withName(int otherScope, String other) {
      return new Base(oid, otherScope, other, definition);
    }
  }
}
