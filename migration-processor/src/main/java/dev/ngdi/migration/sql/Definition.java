package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@code CREATE} of something else than a table or an index says of it. */
public sealed interface Definition {

  /**
   * A view or materialized view.
   *
   * @param columnNames the names it gives to the query's columns
   * @param options what {@code WITH (…)} says; {@code check_option} among it
   * @param recursive whether it is {@code CREATE RECURSIVE VIEW}
   * @param withData whether a materialized view is filled
   * @param temporary whether it lives as long as the session
   */
  record View(
      Fragment query,
      List<String> columnNames,
      Map<String, String> options,
      boolean recursive,
      boolean withData,
      boolean temporary,
      Optional<String> accessMethod,
      Optional<String> tablespace)
      implements Definition {
    public View {
      columnNames = List.copyOf(columnNames);
      options = Map.copyOf(options);
    }
  }

  /** A sequence. */
  record Sequence(SequenceOptions options, boolean temporary, boolean unlogged)
      implements Definition {}

  /** An enum type. */
  record EnumType(List<String> values) implements Definition {
    public EnumType {
      values = List.copyOf(values);
    }
  }

  /** A composite type. */
  record CompositeType(List<TableElement.Column> attributes) implements Definition {
    public CompositeType {
      attributes = List.copyOf(attributes);
    }
  }

  /** A range type; its options by name, {@code subtype} among them. */
  record RangeType(Map<String, String> options, Optional<TypeName> subtype) implements Definition {
    public RangeType {
      options = Map.copyOf(options);
    }
  }

  /** A domain; {@code NOT NULL} is among its constraints. */
  record Domain(
      TypeName type,
      Optional<QualifiedName> collation,
      Optional<Fragment> defaultValue,
      List<ConstraintDefinition> constraints)
      implements Definition {
    public Domain {
      constraints = List.copyOf(constraints);
    }
  }

  /**
   * A function or procedure.
   *
   * @param returns its result; empty for a procedure and for a function with {@code OUT} arguments
   *     only
   * @param returnsTable whether {@code arguments} end with the columns of {@code RETURNS TABLE}
   * @param language lower case; {@code sql} where a body stands without one
   * @param body the body without its quotes; empty where it is in a library
   * @param atomic whether the body is {@code BEGIN ATOMIC … END} or {@code RETURN …}, which is
   *     bound when it is created
   * @param names the names in an atomic body
   * @param attributes what else is said, lower case: {@code volatility}, {@code strict}, {@code
   *     security}, {@code parallel}, {@code leakproof}, {@code cost}, {@code rows}, {@code window},
   *     {@code support}, {@code transform}, and {@code set <parameter>}
   */
  record Routine(
      List<Argument> arguments,
      Optional<TypeName> returns,
      boolean returnsTable,
      String language,
      String body,
      boolean atomic,
      Optional<Fragment> names,
      Map<String, String> attributes)
      implements Definition {
    public Routine {
      arguments = List.copyOf(arguments);
      attributes = Map.copyOf(attributes);
    }
  }

  /**
   * An argument.
   *
   * @param mode {@code IN}, {@code OUT}, {@code INOUT}, {@code VARIADIC} or {@code TABLE}
   */
  record Argument(
      String mode, Optional<String> name, TypeName type, Optional<Fragment> defaultValue) {}

  /**
   * A trigger.
   *
   * @param timing {@code BEFORE}, {@code AFTER} or {@code INSTEAD OF}
   * @param events {@code INSERT}, {@code UPDATE}, {@code DELETE}, {@code TRUNCATE}, as written in
   *     order
   * @param ofColumns the columns of {@code UPDATE OF}
   * @param transitionTables {@code OLD TABLE AS …} and the like, as written; or empty
   * @param when its condition
   * @param arguments what its function gets, as written, without parentheses
   */
  record Trigger(
      String timing,
      List<String> events,
      List<String> ofColumns,
      Optional<QualifiedName> from,
      boolean constraint,
      boolean deferrable,
      boolean initiallyDeferred,
      String transitionTables,
      boolean forEachRow,
      Optional<Fragment> when,
      QualifiedName function,
      String arguments)
      implements Definition {
    public Trigger {
      events = List.copyOf(events);
      ofColumns = List.copyOf(ofColumns);
    }
  }

  /** A policy; {@code command} is {@code ALL} where none is named, {@code roles} {@code public}. */
  record Policy(
      boolean permissive,
      String command,
      List<String> roles,
      Optional<Fragment> using,
      Optional<Fragment> withCheck)
      implements Definition {
    public Policy {
      roles = List.copyOf(roles);
    }
  }

  /** A rule; the action as a fragment, its names as far as known. */
  record Rule(String event, boolean instead, Fragment action) implements Definition {}

  /** An extension. */
  record Extension(Optional<String> schema, Optional<String> version, boolean cascade)
      implements Definition {}

  /** A schema, with the statements inside it. */
  record Namespace(Optional<String> owner, List<Statement> elements) implements Definition {
    public Namespace {
      elements = List.copyOf(elements);
    }
  }

  /** Extended statistics: the kinds, and the columns or expressions of the table. */
  record Statistics(List<String> kinds, List<IndexElement> elements, QualifiedName table)
      implements Definition {
    public Statistics {
      kinds = List.copyOf(kinds);
      elements = List.copyOf(elements);
    }
  }

  /** A foreign table. */
  record ForeignTable(List<TableElement> elements, TableElement.Clauses clauses)
      implements Definition {
    public ForeignTable {
      elements = List.copyOf(elements);
    }
  }

  /** Anything else: what stands behind its name, as written. */
  record Other(String sql) implements Definition {}
}
