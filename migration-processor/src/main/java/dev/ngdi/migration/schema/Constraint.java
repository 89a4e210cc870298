package dev.ngdi.migration.schema;

import dev.ngdi.migration.sql.ConstraintDefinition;
import java.util.List;
import java.util.Optional;

/**
 * A constraint of a table or of a domain. {@code NOT NULL} is one from PostgreSQL 18 on; before, it
 * is a property of the column only.
 *
 * @param scope the number of its table or domain
 * @param columns the numbers of its columns; of a {@code CHECK} those that it names
 * @param expression what a {@code CHECK} asks
 * @param references what a foreign key refers to
 * @param index the number of the index that it needs; of a foreign key 0
 * @param inherited from how many parents it comes
 * @param local whether the table defines it itself
 */
public record Constraint(
    int oid,
    int scope,
    String name,
    ConstraintDefinition.Kind type,
    List<Integer> columns,
    Optional<Bound> expression,
    Optional<Reference> references,
    int index,
    State state,
    int inherited,
    boolean local)
    implements CatalogObject {

  /**
   * What a foreign key refers to.
   *
   * @param table the number of the referenced table
   * @param columns the numbers of its columns; empty where they cannot be known
   * @param index the number of the unique index on these; 0 where it cannot be known
   * @param match {@code SIMPLE} or {@code FULL}
   * @param setColumns the numbers of the columns that {@code ON DELETE SET … (…)} names
   */
  public record Reference(
      int table,
      List<Integer> columns,
      int index,
      String match,
      String onUpdate,
      String onDelete,
      List<Integer> setColumns,
      boolean period) {
    public Reference {
      columns = List.copyOf(columns);
      setColumns = List.copyOf(setColumns);
    }
  }

  /** When and whether it holds. */
  public record State(
      boolean deferrable,
      boolean initiallyDeferred,
      boolean validated,
      boolean enforced,
      boolean noInherit) {
    /** As PostgreSQL makes it by itself. */
    public static final State USUAL = new State(false, false, true, true, false);

    /** The same, with existing rows checked or not. */
    public State withValidated(boolean checked) {
      return new State(deferrable, initiallyDeferred, checked, enforced, noInherit);
    }

    /** The same, of one table only. */
    public State asNoInherit() {
      return new State(deferrable, initiallyDeferred, validated, enforced, true);
    }
  }

  public Constraint {
    columns = List.copyOf(columns);
  }

  @Override
  public String kind() {
    return "CONSTRAINT";
  }

  /** The same under another name. */
  public Constraint withName(String other) {
    return new Constraint(
        oid, scope, other, type, columns, expression, references, index, state, inherited, local);
  }

  /** The same, holding otherwise. */
  public Constraint withState(State other) {
    return new Constraint(
        oid, scope, name, type, columns, expression, references, index, other, inherited, local);
  }

  /** The same, coming from so many parents. */
  public Constraint withInheritance(int parents, boolean own) {
    return new Constraint(
        oid, scope, name, type, columns, expression, references, index, state, parents, own);
  }
}
