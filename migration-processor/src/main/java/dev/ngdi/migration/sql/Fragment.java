package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An expression or a query as written, with the names in it, not yet resolved. Places are UTF-16
 * units in {@link #sql}, so that a name can be exchanged for another.
 *
 * <p>Of an expression the first scope has no sources, what its columns belong to only the place
 * where it stands can tell, and one output: how PostgreSQL calls the expression. Of a query the
 * first scope is its outermost {@code SELECT}; the branches of a {@code UNION} are scopes of their
 * own, the first branch first.
 *
 * @param sql the text, without comments at its ends
 * @param scopes the query levels in it, outer before inner
 * @param functions the functions that it calls
 * @param types the types that it casts to or names
 * @param literals the relations that string constants name, as in {@code nextval('t_id_seq')}
 * @param complete whether all names in it are known; otherwise it may refer to more
 */
public record Fragment(
    String sql,
    List<Scope> scopes,
    List<FunctionUse> functions,
    List<TypeUse> types,
    List<RelationLiteral> literals,
    boolean complete) {

  public Fragment {
    scopes = List.copyOf(scopes);
    functions = List.copyOf(functions);
    types = List.copyOf(types);
    literals = List.copyOf(literals);
  }

  /** Reads an expression. */
  public static Fragment ofExpression(String sql) {
    return FragmentReader.expression(Cursor.over(sql));
  }

  /** Of an expression the same without what it is called; of a query the same. */
  public Fragment withoutName() {
    if (scopes.isEmpty() || !scopes.get(0).sources().isEmpty()) {
      return this;
    }
    Scope first = scopes.get(0);
    List<Scope> unnamed = new ArrayList<>(scopes);
    unnamed.set(
        0,
        new Scope(
            first.parent(),
            first.sources(),
            first.columns(),
            List.of(),
            first.merged(),
            first.united()));
    return new Fragment(sql, unnamed, functions, types, literals, complete);
  }

  /** A place in the text. */
  public record Span(int start, int end) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Span span && start == span.start && end == span.end;
    }

    @Override
    public int hashCode() {
      return start * 31 + end;
    }
  }

  /**
   * One query level.
   *
   * @param parent the index of the level around it, whose columns it can use too; −1 for none
   * @param sources what stands in its {@code FROM}, or is the target of its {@code INSERT}, {@code
   *     UPDATE} or {@code DELETE}
   * @param columns the columns that it names
   * @param outputs its result's columns
   * @param merged the columns that {@code JOIN … USING} or {@code NATURAL} merge may be ambiguous
   *     without being wrong
   * @param united the indexes of the levels whose rows {@code UNION} and its like join with these
   */
  public record Scope(
      int parent,
      List<Source> sources,
      List<ColumnUse> columns,
      List<Output> outputs,
      boolean merged,
      List<Integer> united) {
    public Scope {
      sources = List.copyOf(sources);
      columns = List.copyOf(columns);
      outputs = List.copyOf(outputs);
      united = List.copyOf(united);
    }
  }

  /** Something that a query level reads from. */
  public sealed interface Source {
    /** The name that its columns can be qualified with: its alias, or else its own name. */
    Optional<String> alias();

    /** New names for its first columns. */
    List<String> columnAliases();
  }

  /**
   * A table, view or the like.
   *
   * @param at where its name stands
   * @param aliased whether it has an alias, so that a new name of it changes nothing else
   * @param written whether the statement changes its rows
   */
  public record RelationSource(
      QualifiedName name,
      Span at,
      Optional<String> alias,
      boolean aliased,
      List<String> columnAliases,
      boolean written)
      implements Source {
    public RelationSource {
      columnAliases = List.copyOf(columnAliases);
    }
  }

  /**
   * A subquery, or a named query of {@code WITH}.
   *
   * @param scope the index of the level whose outputs are its columns
   */
  public record QuerySource(int scope, Optional<String> alias, List<String> columnAliases)
      implements Source {
    public QuerySource {
      columnAliases = List.copyOf(columnAliases);
    }
  }

  /** A function, or anything else whose columns only the server knows. */
  public record OtherSource(Optional<String> alias, List<String> columnAliases) implements Source {
    public OtherSource {
      columnAliases = List.copyOf(columnAliases);
    }
  }

  /**
   * A column's name.
   *
   * @param path the name with what qualifies it; the last part is {@code *} for all columns
   * @param at where the last part stands
   * @param qualifierAt where all before it stands, without the dot; empty if nothing qualifies it
   * @param certain false where the name may be something else than a column, such as an alias of
   *     the result in {@code ORDER BY} or a field of a row
   */
  public record ColumnUse(List<String> path, Span at, Optional<Span> qualifierAt, boolean certain) {
    public ColumnUse {
      path = List.copyOf(path);
    }

    /** Whether it stands for all columns. */
    public boolean star() {
      return path.get(path.size() - 1).equals("*");
    }
  }

  /**
   * A column of a query's result.
   *
   * @param name its name; empty for {@code *}, and {@code ?column?} where PostgreSQL finds none
   * @param column the column, where it is nothing but that, or for {@code *}
   * @param type the type, where it is a cast
   * @param value what it computes
   */
  public record Output(
      Optional<String> name, Optional<ColumnUse> column, Optional<TypeName> type, Value value) {}

  /** A call of a function, with how many arguments. */
  public record FunctionUse(QualifiedName name, int arguments, Span at) {}

  /** A type's name; one that the grammar has words for is left out. */
  public record TypeUse(QualifiedName name, Span at) {}

  /**
   * A string constant that names a relation: the first argument of {@code nextval}, {@code currval}
   * or {@code setval}, or one that is cast to {@code regclass}.
   *
   * @param at where the constant stands, quotes included
   */
  public record RelationLiteral(QualifiedName name, Span at) {}
}
