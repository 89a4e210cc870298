package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Policies of row level security. */
final class Policies {
  private Policies() {}

  static void create(Work work, Statement.CreateObject statement, Definition.Policy definition) {
    if (!fits(work, definition.command(), definition)) {
      return;
    }
    Optional<Relation> found = statement.on().flatMap(new Finder(work)::relation);
    if (found.isEmpty() || !canHave(work, found.get())) {
      return;
    }
    int table = found.get().oid();
    String name = statement.name().name();
    if (Members.taken(work, "POLICY", table, name, "")) {
      return;
    }
    Optional<Expressions.Binding> using = definition.using().map(u -> bind(work, u, table));
    Optional<Expressions.Binding> check = definition.withCheck().map(c -> bind(work, c, table));
    Lookup<Policy> there = work.schema().policy(table, name);
    Policy policy =
        new Policy(
            there.found().map(Policy::oid).orElseGet(work::newOid),
            table,
            name,
            definition.permissive(),
            definition.command(),
            definition.roles(),
            using.map(Expressions.Binding::bound),
            check.map(Expressions.Binding::bound));
    put(work, policy, using, check);
  }

  private static Expressions.Binding bind(Work work, Fragment condition, int table) {
    return Expressions.bind(work, condition, work.get(table, Relation.class).orElseThrow());
  }

  private static boolean fits(Work work, String command, Definition.Policy definition) {
    boolean wrongUsing = command.equals("INSERT") && definition.using().isPresent();
    boolean wrongCheck =
        List.of("SELECT", "DELETE").contains(command) && definition.withCheck().isPresent();
    if (wrongUsing || wrongCheck) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42601",
          "a policy `FOR %s` has no `%s`".formatted(command, wrongUsing ? "USING" : "WITH CHECK"),
          wrongUsing ? "WITH CHECK (…)" : "USING (…)");
    }
    return !wrongUsing && !wrongCheck;
  }

  private static boolean canHave(Work work, Relation relation) {
    boolean plain = relation instanceof Table table && table.server().isEmpty();
    if (!plain) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "`%s` is %s, only tables have policies"
              .formatted(relation.name(), Finder.withArticle(relation)),
          "");
    }
    return plain;
  }

  private static void put(
      Work work,
      Policy policy,
      Optional<Expressions.Binding> using,
      Optional<Expressions.Binding> check) {
    Members.forgetNeeds(work, policy.oid());
    work.put(policy);
    Ref ref = Ref.to(policy.oid());
    work.depend(ref, Ref.to(policy.scope()), Dependency.Type.AUTO);
    using.ifPresent(u -> u.depend(work, ref, Dependency.Type.NORMAL));
    check.ifPresent(c -> c.depend(work, ref, Dependency.Type.NORMAL));
  }

  /** Exchanges what is named; the rest stays. */
  static void alter(Work work, Policy policy, Definition.Policy set) {
    if (!fits(work, policy.command(), set)) {
      return;
    }
    List<Dependency> doubtful =
        work.schema().needs(policy.oid()).stream().filter(need -> !need.certain()).toList();
    Optional<Expressions.Binding> using = changed(work, policy, set.using(), policy.using());
    Optional<Expressions.Binding> check =
        changed(work, policy, set.withCheck(), policy.withCheck());
    Policy changed =
        new Policy(
            policy.oid(),
            policy.scope(),
            policy.name(),
            policy.permissive(),
            policy.command(),
            set.roles().isEmpty() ? policy.roles() : set.roles(),
            using.map(Expressions.Binding::bound),
            check.map(Expressions.Binding::bound));
    put(work, changed, using, check);
    boolean bothNew = set.using().isPresent() && set.withCheck().isPresent();
    if (!bothNew) {
      doubtful.forEach(need -> work.set(work.schema().with(need)));
    }
  }

  private static Optional<Expressions.Binding> changed(
      Work work, Policy policy, Optional<Fragment> now, Optional<Bound> before) {
    return now.map(condition -> bind(work, condition, policy.scope()))
        .or(() -> before.map(bound -> Rebinding.bindingOf(bound, policy.scope())));
  }
}
