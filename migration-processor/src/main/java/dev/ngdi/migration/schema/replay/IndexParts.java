package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.IndexElement;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of an index's key while it is made, with what they need.
 *
 * @param parts the parts in order
 * @param bindings what its expressions name
 */
record IndexParts(List<Index.Part> parts, List<Expressions.Binding> bindings) {
  /** What brings the order of plain values to other methods. */
  private static final Map<String, String> BTREE_BY_METHOD =
      Map.of("gist", "btree_gist", "gin", "btree_gin");

  IndexParts {
    parts = List.copyOf(parts);
    bindings = List.copyOf(bindings);
  }

  /** Of plain columns. */
  static IndexParts ofColumns(List<Integer> columns) {
    return new IndexParts(
        columns.stream()
            .map(c -> new Index.Part(c, Optional.empty(), "", "", false, false, ""))
            .toList(),
        List.of());
  }

  /** Of what a statement lists; empty where a column of it is not there. */
  static Optional<IndexParts> read(
      Work work, int relation, String method, List<IndexElement> elements) {
    if (!possible(work, method, elements)) {
      return Optional.empty();
    }
    List<Index.Part> parts = new ArrayList<>();
    List<Expressions.Binding> bindings = new ArrayList<>();
    for (IndexElement element : elements) {
      int column = 0;
      Optional<Expressions.Binding> binding = Optional.empty();
      Relation table = work.get(relation, Relation.class).orElseThrow();
      if (element.column().isPresent()) {
        Optional<Column> found = new Finder(work).column(table, element.column().get());
        if (found.isEmpty()) {
          return Optional.empty();
        }
        column = found.get().number();
        if (isUnordered(work, found.get(), method, element.operatorClass().isPresent())
            || isVirtual(work, found.get())) {
          return Optional.empty();
        }
      } else {
        if (Expressions.hasSubquery(work, element.expression().orElseThrow(), "an index")) {
          return Optional.empty();
        }
        binding = element.expression().map(e -> Expressions.bind(work, e, table));
        if (binding.filter(b -> namesVirtual(work, relation, b)).isPresent()) {
          return Optional.empty();
        }
        binding.ifPresent(bindings::add);
      }
      parts.add(
          new Index.Part(
              column,
              binding.map(Expressions.Binding::bound),
              collation(work, relation, column, element),
              operatorClass(work, relation, column, method, element),
              element.descending(),
              element.nullsFirst().orElse(element.descending()),
              element.operator()));
    }
    return Optional.of(new IndexParts(parts, bindings));
  }

  private static boolean possible(Work work, String method, List<IndexElement> elements) {
    boolean single = method.equals("hash") || method.equals("spgist");
    boolean unordered = single || List.of("gin", "gist", "brin").contains(method);
    boolean ordered = elements.stream().anyMatch(e -> e.descending() || e.nullsFirst().isPresent());
    boolean refused = (single && elements.size() > 1) || (unordered && ordered);
    if (refused) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          ordered
              ? "an index with the method `%s` has no order".formatted(method)
              : "an index with the method `%s` has one column".formatted(method),
          "");
    }
    return !refused;
  }

  /** Whether an index has no order for a column's type, which is said. */
  static boolean isUnordered(Work work, Column column, String method, boolean chosen) {
    boolean unordered =
        method.equals("btree")
            && !chosen
            && column.type().dimensions() == 0
            && BuiltinTypes.WITHOUT_ORDER.contains(column.type().builtin());
    if (unordered) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42704",
          "the values of column `%s` have no order as %s: no index with the method `btree` takes them"
              .formatted(column.name(), "`" + column.type().builtin() + "`"),
          "");
    }
    return unordered;
  }

  /** Whether a column has no values to be indexed, which is said. */
  static boolean isVirtual(Work work, Column column) {
    boolean virtual = column.generated() == Column.Generated.VIRTUAL;
    if (virtual) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "column `%s` is computed when it is read and can be in no index".formatted(column.name()),
          "");
    }
    return virtual;
  }

  /** Whether an expression names such a column, which is said. */
  static boolean namesVirtual(Work work, int relation, Expressions.Binding binding) {
    return binding.columns().stream()
        .flatMap(c -> work.get(relation, Relation.class).flatMap(r -> r.column(c)).stream())
        .anyMatch(named -> isVirtual(work, named));
  }

  private static String collation(Work work, int relation, int column, IndexElement element) {
    String said = element.collation().map(QualifiedName::sql).orElse("");
    Optional<String> own =
        work.get(relation, Relation.class).flatMap(r -> r.column(column)).map(Column::collation);
    return own.filter(said::equals).isPresent() ? "" : said;
  }

  private static String operatorClass(
      Work work, int relation, int column, String method, IndexElement element) {
    String name = element.operatorClass().map(QualifiedName::sql).orElse("");
    TypeRef type =
        work.get(relation, Relation.class)
            .flatMap(r -> r.column(column))
            .map(Column::type)
            .orElse(TypeRef.UNKNOWN);
    boolean usual =
        element.operatorClassOptions().isEmpty()
            && type.dimensions() == 0
            && !type.builtin().equals("varchar")
            && name.equals(type.builtin() + "_ops")
            && List.of("btree", "hash", "gin").contains(method);
    if (usual) {
      return "";
    }
    return element.operatorClassOptions().isEmpty()
        ? name
        : name + " (" + element.operatorClassOptions() + ")";
  }

  /** Makes an index depend on the extensions that bring its operator classes. */
  static void dependOnExtensions(Work work, Index index) {
    for (Index.Part part : index.parts()) {
      if (part.column() == 0 && part.operatorClass().isEmpty()) {
        work.schema()
            .extension("btree_" + index.method())
            .found()
            .ifPresent(
                e ->
                    work.maybeDepend(Ref.to(index.oid()), Ref.to(e.oid()), Dependency.Type.NORMAL));
      }
      TypeRef type =
          work.get(index.table(), Relation.class)
              .flatMap(r -> r.column(part.column()))
              .map(Column::type)
              .orElse(TypeRef.UNKNOWN);
      BuiltinTypes.ofOperatorClass(index.method(), part.operatorClass(), type)
          .flatMap(name -> work.schema().extension(name).found())
          .ifPresent(
              e -> work.depend(Ref.to(index.oid()), Ref.to(e.oid()), Dependency.Type.NORMAL));
      boolean ofUnknown = part.expression().isPresent() && part.operatorClass().isEmpty();
      if (ofUnknown && BTREE_BY_METHOD.containsKey(index.method())) {
        work.schema()
            .extension(BTREE_BY_METHOD.get(index.method()))
            .found()
            .ifPresent(
                e ->
                    work.maybeDepend(Ref.to(index.oid()), Ref.to(e.oid()), Dependency.Type.NORMAL));
      }
    }
  }

  /** Makes something depend on all that is named. */
  void depend(Work work, Ref dependent, int relation) {
    parts.stream()
        .map(Index.Part::column)
        .filter(column -> column != 0)
        .distinct()
        .forEach(column -> work.depend(dependent, new Ref(relation, column), Dependency.Type.AUTO));
    bindings.forEach(binding -> binding.depend(work, dependent, Dependency.Type.AUTO));
  }
}
