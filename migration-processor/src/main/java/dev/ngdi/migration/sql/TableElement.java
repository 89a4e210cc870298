package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands in the parentheses of a {@code CREATE TABLE}. */
public sealed interface TableElement {

  /**
   * A column.
   *
   * @param type empty where a typed table or a partition only adds to what is there
   * @param constraints its constraints, {@code NOT NULL} among them
   * @param defaultValue its {@code DEFAULT}
   * @param storage {@code plain}, {@code external}, {@code extended}, {@code main} or {@code
   *     default}, where said
   * @param options of a foreign table's column
   * @param takesNulls whether it says {@code NULL}
   */
  record Column(
      String name,
      Optional<TypeName> type,
      List<ConstraintDefinition> constraints,
      Optional<Fragment> defaultValue,
      Optional<Identity> identity,
      Optional<Generated> generated,
      Optional<QualifiedName> collation,
      Optional<String> storage,
      Optional<String> compression,
      String options,
      boolean takesNulls)
      implements TableElement {
    public Column {
      constraints = List.copyOf(constraints);
    }
  }

  /** {@code GENERATED ALWAYS} or {@code BY DEFAULT AS IDENTITY}. */
  record Identity(boolean always, SequenceOptions options) {}

  /** {@code GENERATED ALWAYS AS (…) STORED} or {@code VIRTUAL}. */
  record Generated(Fragment expression, boolean stored) {}

  /** A constraint of the table. */
  record Constraint(ConstraintDefinition definition) implements TableElement {}

  /**
   * {@code LIKE}.
   *
   * @param including what is taken over besides names, types and {@code NOT NULL}, lower case, with
   *     {@code ALL} and {@code EXCLUDING} worked out: {@code comments}, {@code compression}, {@code
   *     constraints}, {@code defaults}, {@code generated}, {@code identity}, {@code indexes},
   *     {@code statistics}, {@code storage}
   */
  record Like(QualifiedName table, Set<String> including) implements TableElement {
    public Like {
      including = Set.copyOf(including);
    }
  }

  /**
   * What {@code CREATE TABLE} says besides its elements.
   *
   * @param inherits the tables it inherits from
   * @param ofType the composite type of a typed table
   * @param partitionOf the table that it is a partition of
   * @param bound {@code FOR VALUES …} or {@code DEFAULT} as written, for a partition
   * @param partitionBy how it is partitioned itself
   * @param options its storage parameters, without quotes; {@code true} where no value stands
   * @param onCommit {@code PRESERVE ROWS}, {@code DELETE ROWS} or {@code DROP}, or empty
   * @param query what {@code AS} fills it with
   * @param columnNames the names that {@code AS} gives to the query's columns
   * @param server the server of a foreign table
   */
  record Clauses(
      boolean unlogged,
      List<QualifiedName> inherits,
      Optional<QualifiedName> ofType,
      Optional<QualifiedName> partitionOf,
      String bound,
      Optional<PartitionBy> partitionBy,
      Map<String, String> options,
      Optional<String> accessMethod,
      Optional<String> tablespace,
      String onCommit,
      Optional<Fragment> query,
      List<String> columnNames,
      boolean withData,
      Optional<String> server) {
    /** Nothing said. */
    public static final Clauses NONE =
        new Clauses(
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            List.of(),
            true,
            Optional.empty());

    public Clauses {
      inherits = List.copyOf(inherits);
      options = Map.copyOf(options);
      columnNames = List.copyOf(columnNames);
    }
  }

  /**
   * {@code PARTITION BY}.
   *
   * @param strategy {@code RANGE}, {@code LIST} or {@code HASH}
   * @param key its columns and expressions
   */
  record PartitionBy(String strategy, List<IndexElement> key) {
    public PartitionBy {
      key = List.copyOf(key);
    }
  }
}
