package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;

/**
 * A query of a simple form, whose order does not count.
 *
 * @param distinct whether equal rows are given once
 * @param items what it gives
 * @param sources what it reads from
 * @param where its conditions, those of its joins too; all have to hold
 * @param limited whether only some of its rows are wanted
 */
public record Select(
    boolean distinct, List<Item> items, List<Source> sources, List<Term> where, boolean limited) {
  public Select {
    items = List.copyOf(items);
    sources = List.copyOf(sources);
    where = List.copyOf(where);
  }

  /**
   * A column of the result.
   *
   * @param star whether it stands for all columns, those of the source of this name if it has one
   */
  public record Item(String name, Term value, boolean star) {}

  /**
   * Something in {@code FROM}.
   *
   * @param alias the name that its columns can be qualified with
   * @param columns new names for its first columns
   */
  public record Source(From from, String alias, List<String> columns) {
    public Source {
      columns = List.copyOf(columns);
    }
  }

  /** What is read. */
  public sealed interface From {}

  /** A table or view. */
  public record Relation(QualifiedName name) implements From {}

  /** The rows of a function. */
  public record Function(Term call) implements From {}

  /** A query in parentheses. */
  public record Nested(Select query) implements From {}

  /** {@code VALUES}. */
  public record Values(List<List<Term>> rows) implements From {
    public Values {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Reads a query; empty where it is of another form. */
  static Optional<Select> read(Cursor rest) {
    return new SelectReader(rest).read();
  }
}
