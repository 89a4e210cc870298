package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Inverse;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the rules on indexes have in common. */
final class IndexSql {
  private static final String GAP = "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)+";
  private static final Pattern HEAD =
      pattern("\\A(CREATE(?: UNIQUE)? INDEX)(?: CONCURRENTLY)?(?: IF NOT EXISTS)?\\b");
  private static final Pattern CONCURRENTLY =
      pattern("\\A(CREATE(?: UNIQUE)? INDEX) CONCURRENTLY\\b");

  private IndexSql() {}

  private static Pattern pattern(String words) {
    return Pattern.compile(words.replace(" ", GAP), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** Whether an index is built on a table that can have rows and users: not made by the script. */
  static boolean onExistingTable(Script script, Statement.CreateIndex index) {
    return !Statements.madeBefore(script, index, index.table());
  }

  /**
   * The statement with {@code CONCURRENTLY}. {@code IF NOT EXISTS} would keep the invalid index
   * that a failed attempt leaves, so a drop of that one takes its place.
   */
  static String concurrently(Statement.CreateIndex index) {
    String create = HEAD.matcher(index.source().sql()).replaceFirst("$1 CONCURRENTLY");
    return index.ifNotExists() && index.name().isPresent()
        ? "DROP INDEX CONCURRENTLY IF EXISTS %s;\n%s"
            .formatted(index.name().orElseThrow().sql(), create)
        : create;
  }

  /** The statement without {@code CONCURRENTLY}, for a table that nobody uses yet. */
  static String blocking(Statement.CreateIndex index) {
    return CONCURRENTLY.matcher(index.source().sql()).replaceFirst("$1");
  }

  /** Whether the statement may stand beside the index: a timeout, or the drop of its leftover. */
  static boolean mayStandBeside(Statement statement, Statement.CreateIndex index) {
    return Statements.isTimeout(statement) || isGuard(statement, index);
  }

  private static boolean isGuard(Statement statement, Statement.CreateIndex index) {
    return statement instanceof Statement.DropIndex drop
        && drop.concurrently()
        && drop.ifExists()
        && drop.names().size() == 1
        && index.name().filter(name -> Statements.sameName(name, drop.names().get(0))).isPresent();
  }

  /** Whether the index is, but for what may stand beside it, the only statement. */
  static boolean isAlone(Script script, Statement.CreateIndex index) {
    return script.statements().stream()
        .allMatch(statement -> statement == index || mayStandBeside(statement, index));
  }

  /**
   * The concurrently built indexes on existing tables that should move to a migration of their own.
   * Where there is nothing but indexes the first one may stay.
   */
  static List<Statement.CreateIndex> notIsolated(Script script) {
    List<Statement.CreateIndex> concurrent =
        script.all(Statement.CreateIndex.class).stream()
            .filter(index -> index.concurrently() && onExistingTable(script, index))
            .toList();
    boolean onlyThose =
        script.statements().stream()
            .allMatch(
                statement ->
                    concurrent.stream()
                        .anyMatch(i -> statement == i || mayStandBeside(statement, i)));
    return concurrent.stream()
        .filter(index -> !isAlone(script, index))
        .skip(onlyThose ? 1 : 0)
        .toList();
  }

  /** The migration that builds the index and nothing else, to follow the subject. */
  static String ownMigration(Subject subject, Statement.CreateIndex index) {
    String up = Statements.ended(concurrently(index));
    Script script = Script.parse(up);
    Optional<String> down = Inverse.of(script);
    String name = NameProposal.of(script, subject.type()).orElse("add_<entity>_index");
    return "/** <why the index is needed, as a sentence>. */\n@SchemaMigration(\n"
        + JavaText.indented(JavaText.attribute("up", up), 4)
        + ",\n"
        + JavaText.indented(JavaText.attribute("down", down.orElse("DROP INDEX CONCURRENTLY …")), 4)
        + ")\n"
        + NameProposal.declaration(Versions.after(subject, 1), name)
        + " {}";
  }
}
