package dev.ngdi.migration.sql;

import java.util.Optional;

/**
 * How PostgreSQL names an expression that stands in a query's result.
 *
 * @param name the name; empty where it finds none
 * @param strong whether a cast around it leaves the name as it is
 * @param column the column, where it is nothing but one
 * @param type the type, where it is a cast
 */
record OutputName(
    Optional<String> name,
    boolean strong,
    Optional<Fragment.ColumnUse> column,
    Optional<TypeName> type) {

  /** An expression without a name. */
  static final OutputName NONE =
      new OutputName(Optional.empty(), false, Optional.empty(), Optional.empty());

  /** Of a function, a column's field or a keyword that acts like one. */
  static OutputName strong(String name) {
    return new OutputName(Optional.of(name), true, Optional.empty(), Optional.empty());
  }

  /** Of what is named only where nothing in it has a better name. */
  static OutputName weak(String name) {
    return new OutputName(Optional.of(name), false, Optional.empty(), Optional.empty());
  }

  static OutputName of(Fragment.ColumnUse column) {
    String name = column.path().get(column.path().size() - 1);
    return new OutputName(Optional.of(name), true, Optional.of(column), Optional.empty());
  }

  OutputName cast(TypeName to) {
    Optional<String> named = strong ? name : Optional.of(to.name().name());
    return new OutputName(named, strong, Optional.empty(), Optional.of(to));
  }

  /** The same name for something that is no longer just a column or a cast. */
  OutputName around() {
    return new OutputName(name, strong, Optional.empty(), Optional.empty());
  }

  Fragment.Output output(Optional<String> alias, Value value) {
    return new Fragment.Output(
        Optional.of(alias.or(() -> name).orElse("?column?")), column, type, value);
  }
}
