package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One {@code INSERT}, {@code UPDATE}, {@code DELETE} or {@code MERGE} in a statement, taken apart.
 *
 * @param command in upper case
 * @param qualifier what qualifies the columns of the table in it: the alias, or else the name
 * @param assigned the columns that an {@code UPDATE} sets, or that an {@code INSERT} names
 * @param condition its {@code WHERE}, or that of the query that an {@code INSERT} runs
 * @param place where that stands in the statement, or would
 * @param joined whether an {@code UPDATE} or {@code DELETE} reads from other relations too
 * @param rows the values of an {@code INSERT … VALUES}, each as written
 * @param read the relations that the query of an {@code INSERT} takes its rows from
 * @param overridesUser whether it is {@code OVERRIDING USER VALUE}
 * @param actions what it does to rows: its own command, or those in the {@code WHEN} clauses of a
 *     {@code MERGE}; of an {@code INSERT} also {@code UPDATE} for {@code ON CONFLICT … DO UPDATE},
 *     and {@code SELECT} where that names what conflicts
 */
public record RowChange(
    String command,
    QualifiedName table,
    String qualifier,
    List<String> assigned,
    Optional<String> condition,
    Fragment.Span place,
    boolean joined,
    List<List<String>> rows,
    List<Fragment.RelationSource> read,
    boolean overridesUser,
    Set<String> actions) {

  public RowChange {
    assigned = List.copyOf(assigned);
    rows = rows.stream().map(List::copyOf).toList();
    read = List.copyOf(read);
    actions = Set.copyOf(actions);
  }

  /** All that a statement changes, those in its {@code WITH} first; none for other commands. */
  public static List<RowChange> of(Statement.ChangeRows statement) {
    return new RowChangeReader(statement.source().sql()).read();
  }

  /** Whether its rows come from a query. */
  public boolean fromQuery() {
    return command.equals("INSERT") && rows.isEmpty() && !read.isEmpty();
  }

  /**
   * The statement with a condition more.
   *
   * @param sql the statement that this was read from
   * @param keeps whether the condition that is there stays
   */
  public String with(String sql, String more, boolean keeps) {
    String before = sql.substring(0, place.start()).stripTrailing();
    String after = sql.substring(place.end()).strip();
    String all = condition.filter(there -> keeps).map(this::grouped).orElse("") + more;
    String where = condition.isPresent() ? " " : " WHERE ";
    return before + where + all + (after.isEmpty() ? "" : " " + after);
  }

  private String grouped(String there) {
    boolean any = Condition.parse(there) instanceof Condition.Any;
    return (any ? "(" + there + ")" : there) + " AND ";
  }
}
