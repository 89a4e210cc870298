package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.schema.undo.Ddl;
import dev.ngdi.migration.schema.undo.Restore;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the rules on indexes have in common. */
final class IndexSql {
  private static final String GAP = "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)+";
  private static final Pattern HEAD =
      pattern("\\A(CREATE(?: UNIQUE)? INDEX)(?: CONCURRENTLY)?(?: IF NOT EXISTS)?\\b");
  private static final Pattern CONCURRENTLY =
      pattern("\\A(CREATE(?: UNIQUE)? INDEX) CONCURRENTLY\\b");
  private static final Pattern DROP = pattern("\\A(DROP INDEX)(?: CONCURRENTLY)?\\b");

  private IndexSql() {}

  private static Pattern pattern(String words) {
    return Pattern.compile(words.replace(" ", GAP), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  // ---- what an index is

  /** Whether an index is built on a table that can have rows and users. */
  static boolean onExistingTable(Occurrence<Statement.CreateIndex> index) {
    return index.existing(index.statement().table()).isPresent();
  }

  /** Whether an index is built on a table that can have rows and users. */
  static boolean onExistingTable(Subject subject, Statement.CreateIndex index) {
    return find(subject, index).filter(IndexSql::onExistingTable).isPresent();
  }

  /** Whether an index should be, and can be, built concurrently. */
  static boolean shouldBeConcurrent(Subject subject, Statement.CreateIndex index) {
    return find(subject, index)
        .filter(IndexSql::onExistingTable)
        .filter(found -> partitioned(found).isEmpty())
        .isPresent();
  }

  private static Optional<Occurrence<Statement.CreateIndex>> find(
      Subject subject, Statement.CreateIndex index) {
    return Occurrence.in(subject, Statement.CreateIndex.class).stream()
        .filter(found -> found.statement().equals(index))
        .findFirst();
  }

  /** The partitioned table that an index is built on, if it is one. */
  static Optional<Table> partitioned(Occurrence<Statement.CreateIndex> index) {
    return index
        .before()
        .relation(index.statement().table())
        .found()
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(table -> table.partitionBy().isPresent());
  }

  /** Whether an index belongs to a partitioned table. */
  static boolean isPartitioned(Schema schema, Index index) {
    return schema
        .get(index.table(), Table.class)
        .filter(table -> table.partitionBy().isPresent())
        .isPresent();
  }

  /** The constraint that an index belongs to. */
  static Optional<Constraint> owner(Schema schema, Index index) {
    return schema.of(index.table(), Constraint.class).stream()
        .filter(c -> c.index() == index.oid() && c.type() != Kind.FOREIGN_KEY)
        .findFirst();
  }

  /** The index that a statement makes, as the replay knows it. */
  static Optional<Index> made(Change change, Statement.CreateIndex index) {
    return change
        .after()
        .relation(index.table())
        .found()
        .flatMap(
            table ->
                change.after().indexes(table.oid()).stream()
                    .filter(made -> change.before().get(made.oid()).isEmpty())
                    .min(Comparator.comparingInt(Index::oid)));
  }

  /** The name that an index gets, with the schema where the statement says it. */
  static Optional<QualifiedName> name(Change change, Statement.CreateIndex index) {
    return index
        .name()
        .or(
            () ->
                made(change, index)
                    .map(made -> new QualifiedName(index.table().schema(), made.name())));
  }

  // ---- what stands beside it

  /** Whether the statement may stand beside the index: a timeout, or the drop of its leftover. */
  static boolean mayStandBeside(Statement statement, Statement.CreateIndex index) {
    return Statements.isTimeout(statement) || isGuard(statement, index);
  }

  /** Whether a statement removes what a failed attempt to build an index may have left. */
  static boolean isGuard(Statement statement, Statement.CreateIndex index) {
    return statement instanceof Statement.DropIndex drop
        && drop.concurrently()
        && drop.ifExists()
        && drop.names().size() == 1
        && index.name().filter(name -> Statements.sameName(name, drop.names().get(0))).isPresent();
  }

  /** Whether the index is, but for what may stand beside it, the only statement. */
  static boolean isAlone(Script script, Statement.CreateIndex index) {
    return script.statements().stream()
        .allMatch(statement -> statement.equals(index) || mayStandBeside(statement, index));
  }

  /**
   * The concurrently built indexes on existing tables that should move to a migration of their own.
   * Where there is nothing but indexes the first one may stay.
   */
  static List<Occurrence<Statement.CreateIndex>> notIsolated(Subject subject) {
    Script script = subject.up().orElse(Script.EMPTY);
    List<Occurrence<Statement.CreateIndex>> concurrent =
        Occurrence.in(subject, Statement.CreateIndex.class).stream()
            .filter(index -> index.statement().concurrently() && onExistingTable(index))
            .filter(index -> partitioned(index).isEmpty())
            .toList();
    boolean onlyThose =
        script.statements().stream()
            .allMatch(
                statement ->
                    concurrent.stream()
                        .map(Occurrence::statement)
                        .anyMatch(i -> statement.equals(i) || mayStandBeside(statement, i)));
    return concurrent.stream()
        .filter(index -> !isAlone(script, index.statement()))
        .skip(onlyThose ? 1 : 0)
        .toList();
  }

  // ---- what to write instead

  /** The statement with the name that PostgreSQL would choose. */
  static String named(Change change, Statement.CreateIndex index) {
    String sql = index.source().sql();
    Optional<QualifiedName> name = name(change, index);
    return index.name().isPresent() || name.isEmpty()
        ? sql
        : withHead(sql, "$0 " + Matcher.quoteReplacement(Identifiers.quote(name.get().name())));
  }

  private static String withHead(String sql, String head) {
    return HEAD.matcher(sql).replaceFirst(head);
  }

  /**
   * The statement with {@code CONCURRENTLY}. {@code IF NOT EXISTS} would keep the invalid index
   * that a failed attempt leaves, so a drop of that one takes its place; a unique index, which
   * equal rows make fail, gets one too.
   */
  static String concurrently(Change change, Statement.CreateIndex index) {
    String create = withHead(named(change, index), "$1 CONCURRENTLY");
    return index.ifNotExists() || index.unique() ? guarded(change, index, create) : create;
  }

  /** The statement behind the drop of what a failed attempt may have left. */
  static String guarded(Change change, Statement.CreateIndex index) {
    return guarded(change, index, withHead(named(change, index), "$1 CONCURRENTLY"));
  }

  private static String guarded(Change change, Statement.CreateIndex index, String create) {
    return name(change, index)
        .map(name -> "DROP INDEX CONCURRENTLY IF EXISTS %s;\n%s".formatted(name.sql(), create))
        .orElse(create);
  }

  /** The statement without {@code CONCURRENTLY}, for a table that nobody uses yet. */
  static String blocking(Statement.CreateIndex index) {
    return CONCURRENTLY.matcher(index.source().sql()).replaceFirst("$1");
  }

  /** The drop without {@code CONCURRENTLY}. */
  static String blocking(Statement.DropIndex drop) {
    return DROP.matcher(drop.source().sql()).replaceFirst("$1");
  }

  /** The statement that makes an index of a schema anew. */
  static String definition(Schema schema, Index index) {
    return Ddl.of(schema, index.oid()).get(0);
  }

  /** The statement that makes an index of a schema anew, without blocking anybody. */
  static String concurrentDefinition(Schema schema, Index index) {
    return withHead(definition(schema, index), "$1 CONCURRENTLY");
  }

  /** The statement that makes an index of a schema without those of the partitions. */
  static String onlyDefinition(Schema schema, Index index) {
    String head = (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
    String name = Identifiers.quote(index.name());
    String table = Rendering.name(schema, index.table());
    String start = head + name + " ON " + table;
    String definition = definition(schema, index);
    return definition.startsWith(start)
        ? head + name + " ON ONLY " + table + definition.substring(start.length())
        : definition;
  }

  /** The migration that builds the index and nothing else, to follow the subject. */
  static String ownMigration(Occurrence<Statement.CreateIndex> index) {
    String up = Statements.ended(concurrently(index.change(), index.statement()));
    String down =
        Course.of(index.change().before(), Script.parse(up)).steps().stream()
            .flatMap(step -> Restore.of(step.before(), step.after(), true).stream())
            .map(Statements::ended)
            .collect(Collectors.joining("\n"));
    return Sequel.of(index.subject())
        .then(
            "<why the index is needed, as a sentence>.",
            up,
            down.isEmpty() ? "DROP INDEX CONCURRENTLY …" : down)
        .text();
  }
}
