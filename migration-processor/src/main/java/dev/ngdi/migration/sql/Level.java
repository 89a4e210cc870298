package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One query level while it is read. */
final class Level {
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

  /** A query that {@code WITH} names. */
  record Named(int scope, List<String> columnAliases) {}

  private final int index;
  private final Optional<Level> parent;
  private final Map<String, Named> named = new LinkedHashMap<>();
  private final List<Fragment.Source> sources = new ArrayList<>();
  private final List<Fragment.ColumnUse> columns = new ArrayList<>();
  private final List<Fragment.Output> outputs = new ArrayList<>();
  private final List<Integer> united = new ArrayList<>();
  private boolean merged;
  private boolean ofExpression;

  /**
   * A level.
   *
   * @param parent the level whose columns it can use
   * @param around the level in whose text it stands, for what {@code WITH} names there
   */
  Level(int index, Optional<Level> parent, Optional<Level> around) {
    this.index = index;
    this.parent = parent;
    around.ifPresent(level -> named.putAll(level.named));
  }

  int index() {
    return index;
  }

  Optional<Level> parent() {
    return parent;
  }

  void name(String name, Named query) {
    named.put(name, query);
  }

  /** Lets another level use what {@code WITH} names here. */
  void shareNames(Level other) {
    other.named.putAll(named);
  }

  Optional<Named> named(QualifiedName name) {
    return name.schema().isPresent()
        ? Optional.empty()
        : Optional.ofNullable(named.get(name.name()));
  }

  void add(Fragment.Source source) {
    sources.add(source);
  }

  void add(Fragment.ColumnUse column) {
    columns.add(column);
  }

  void add(Fragment.Output output) {
    outputs.add(output);
  }

  /** The name of the result's first column. */
  Optional<String> firstOutput() {
    return outputs.stream().findFirst().flatMap(Fragment.Output::name);
  }

  boolean hasOutput(String name) {
    return outputs.stream().anyMatch(output -> output.name().filter(name::equals).isPresent());
  }

  /** Says that it is none of a query, so that what its names belong to is known elsewhere. */
  void expression() {
    ofExpression = true;
  }

  /** Joins the rows of another level with these: {@code UNION} and its like. */
  void unite(Level other) {
    united.add(other.index);
  }

  /** Says that a name may be in several sources without being ambiguous. */
  void merge() {
    merged = true;
  }

  /**
   * The scope.
   *
   * @param complete whether all names are known
   * @param parameters names that may be a routine's arguments
   */
  Fragment.Scope scope(boolean complete, Set<String> parameters) {
    return new Fragment.Scope(
        parent.map(Level::index).orElse(-1),
        sources,
        columns.stream().map(column -> judged(column, complete, parameters)).toList(),
        outputs.stream()
            .map(
                output ->
                    new Fragment.Output(
                        output.name(),
                        output.column().map(column -> judged(column, complete, parameters)),
                        output.type(),
                        output.value()))
            .toList(),
        merged,
        united);
  }

  private Fragment.ColumnUse judged(
      Fragment.ColumnUse column, boolean complete, Set<String> parameters) {
    String first = column.path().get(0);
    boolean certain =
        complete && column.certain() && !parameters.contains(first) && !isOther(column, first);
    return new Fragment.ColumnUse(column.path(), column.at(), column.qualifierAt(), certain);
  }

  /** A whole row, a system column, or a row that only triggers, rules and {@code RETURNING} see. */
  private boolean isOther(Fragment.ColumnUse column, String first) {
    if (column.path().size() == 1) {
      return SYSTEM_COLUMNS.contains(first) || sees(first);
    }
    boolean oldOrNew = first.equals("old") || first.equals("new");
    return (!ofExpression && oldOrNew && !sees(first))
        || SYSTEM_COLUMNS.contains(column.path().get(column.path().size() - 1));
  }

  private boolean sees(String alias) {
    return sources.stream().anyMatch(s -> s.alias().filter(alias::equals).isPresent())
        || parent.filter(level -> level.sees(alias)).isPresent();
  }
}
