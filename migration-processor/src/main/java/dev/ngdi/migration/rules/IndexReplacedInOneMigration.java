package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Warns of an index that goes before the one that takes its place is there. */
final class IndexReplacedInOneMigration implements Rule {
  @Override
  public String summary() {
    return "an index that is dropped in the migration that builds the one to take its place";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.DropIndex.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return IndexDrop.in(subject).stream()
        .filter(drop -> drop.owner().isEmpty() && !isLeftover(drop))
        .flatMap(drop -> drop.replacement().stream().map(create -> finding(drop, create)))
        .toList();
  }

  /** Whether it is what a failed attempt to build the same index may have left. */
  private static boolean isLeftover(IndexDrop drop) {
    Statement.DropIndex statement = drop.drop().statement();
    return statement.concurrently() && statement.ifExists() && drop.index().isEmpty();
  }

  private static Finding finding(IndexDrop drop, Occurrence<Statement.CreateIndex> create) {
    String built =
        IndexSql.name(create.change(), create.statement())
            .map(QualifiedName::sql)
            .orElse("the index");
    String problem =
        drop.drop().statement().concurrently()
            ? "while `%s` is built, every query that uses `%s` runs without an index"
                .formatted(built, drop.name().sql())
            : "from `DROP INDEX %s` on nobody can read or write %s until `%s` is built"
                .formatted(drop.name().sql(), drop.table(), built);
    return drop.drop().finding(problem, instead(drop, create, built));
  }

  private static String instead(
      IndexDrop drop, Occurrence<Statement.CreateIndex> create, String built) {
    if (!drop.canBeConcurrent()) {
      return "";
    }
    boolean sameName =
        IndexSql.name(create.change(), create.statement())
            .filter(name -> Statements.sameName(name, drop.name()))
            .isPresent();
    String schema = drop.name().schema().map(s -> Identifiers.quote(s) + ".").orElse("");
    String meanwhile = Identifiers.quote(drop.name().name() + "_new");
    String name = sameName ? schema + meanwhile : built;
    String up = IndexSql.concurrently(create.change(), create.statement());
    Sequel sequel =
        Sequel.of(drop.drop().subject())
            .then(
                "<what the new index is for, as a sentence>.",
                sameName ? renamed(up, create, meanwhile) : up,
                "DROP INDEX CONCURRENTLY " + name)
            .then(
                "The new index does all that this one did.",
                "DROP INDEX CONCURRENTLY " + drop.name().sql(),
                drop.back());
    if (sameName) {
      String own = Identifiers.quote(drop.name().name());
      sequel.then(
          "The new index gets the name of the old one.",
          "ALTER INDEX %s RENAME TO %s".formatted(name, own),
          "ALTER INDEX %s RENAME TO %s".formatted(drop.name().sql(), meanwhile));
    }
    return sequel.text();
  }

  private static String renamed(
      String up, Occurrence<Statement.CreateIndex> create, String meanwhile) {
    String last = up.substring(up.indexOf(';') + 1).strip();
    String name = create.statement().name().map(n -> Identifiers.quote(n.name())).orElse("");
    return last.replaceFirst(
        "(?i)\\bCONCURRENTLY\\s+" + Pattern.quote(name),
        "CONCURRENTLY " + Matcher.quoteReplacement(meanwhile));
  }
}
