package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rules that rewrite statements on tables and views. */
final class Rules {
  private Rules() {}

  static void create(Work work, Statement.CreateObject statement, Definition.Rule definition) {
    Optional<Relation> found = statement.on().flatMap(new Finder(work)::relation);
    if (found.isEmpty() || !canHave(work, found.get(), definition)) {
      return;
    }
    int relation = found.get().oid();
    String name = statement.name().name();
    if (definition.event().equals("SELECT")) {
      work.unproven("what becomes of `%s` with a rule for `SELECT`".formatted(found.get().name()));
      work.set(work.schema().withUnsure(relation));
      return;
    }
    if (!statement.orReplace()
        && Members.taken(
            work,
            "RULE",
            relation,
            name,
            "CREATE OR REPLACE RULE %s …".formatted(statement.name().sql()))) {
      return;
    }
    if (namesAbsentRow(work, definition)) {
      return;
    }
    Lookup<RewriteRule> there = work.schema().rule(relation, name);
    Expressions.Binding action = Expressions.bindAction(work, definition.action(), relation);
    int oid = there.found().map(RewriteRule::oid).orElseGet(work::newOid);
    Members.forgetNeeds(work, oid);
    work.put(
        new RewriteRule(
            oid,
            relation,
            name,
            definition.event(),
            definition.instead(),
            action.bound(),
            there.found().map(RewriteRule::state).orElse('O')));
    work.depend(Ref.to(oid), Ref.to(relation), Dependency.Type.AUTO);
    action.depend(work, Ref.to(oid), Dependency.Type.NORMAL);
  }

  private static boolean canHave(Work work, Relation relation, Definition.Rule rule) {
    boolean foreign = relation instanceof Table table && !table.server().isEmpty();
    boolean materialized = relation instanceof View view && view.materialized();
    boolean read =
        relation instanceof Table
            && relation.complete()
            && rule.event().equals("SELECT")
            && work.schema().postgres() >= 16;
    if (foreign || materialized || read) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          materialized ? "0A000" : "42809",
          "`%s` is %s, which can have no %s"
              .formatted(
                  relation.name(),
                  Finder.withArticle(relation),
                  read ? "rule for `SELECT`" : "rules"),
          "");
      return false;
    }
    return true;
  }

  /** Whether it names a row that its event does not have, which is said. */
  private static boolean namesAbsentRow(Work work, Definition.Rule rule) {
    String row = rule.event().equals("INSERT") ? "old" : "new";
    List<Fragment.Scope> levels = rule.action().scopes();
    boolean other =
        rule.event().equals("UPDATE")
            || !rule.action().complete()
            || levels.stream()
                .flatMap(level -> level.sources().stream())
                .anyMatch(source -> source.alias().filter(row::equals).isPresent());
    for (int i = 0; !other && i < levels.size(); i++) {
      boolean named =
          levels.get(i).columns().stream()
              .anyMatch(use -> use.path().size() > 1 && use.path().get(0).equals(row));
      if (named) {
        boolean condition = i == 0 && rule.action().sql().regionMatches(true, 0, "where", 0, 5);
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            condition ? "42P01" : "42P17",
            "a rule for `%s` has no row `%s`".formatted(rule.event(), row.toUpperCase(Locale.ROOT)),
            "");
        return true;
      }
    }
    return false;
  }
}
