package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Triggers, policies and rules as SQL: what belongs to a table or view and has a name there. */
final class MemberDdl {
  private static final List<String> EVENTS = List.of("INSERT", "DELETE", "UPDATE", "TRUNCATE");

  private MemberDdl() {}

  static List<String> create(Schema schema, Trigger trigger) {
    Definition.Trigger definition = trigger.definition();
    StringBuilder sql = new StringBuilder("CREATE ");
    sql.append(definition.constraint() ? "CONSTRAINT TRIGGER " : "TRIGGER ")
        .append(Written.own(trigger))
        .append(' ')
        .append(definition.timing())
        .append(' ')
        .append(events(schema, trigger))
        .append(" ON ")
        .append(Written.name(schema, trigger.scope()));
    definition.from().ifPresent(from -> sql.append(" FROM ").append(from.sql()));
    if (definition.deferrable()) {
      sql.append(" DEFERRABLE");
    }
    if (definition.initiallyDeferred()) {
      sql.append(" INITIALLY DEFERRED");
    }
    if (!definition.transitionTables().isEmpty()) {
      boolean whole = definition.transitionTables().regionMatches(true, 0, "referencing", 0, 11);
      sql.append(whole ? " " : " REFERENCING ").append(definition.transitionTables());
    }
    sql.append(definition.forEachRow() ? " FOR EACH ROW" : " FOR EACH STATEMENT");
    trigger.when().ifPresent(w -> sql.append(" WHEN (" + Written.sql(schema, w) + ")"));
    String function =
        schema
            .get(trigger.function(), Routine.class)
            .map(f -> Written.name(schema, f.oid()))
            .orElseGet(() -> definition.function().sql());
    sql.append(" EXECUTE FUNCTION " + function + "(" + definition.arguments() + ")");
    List<String> statements = new ArrayList<>(List.of(sql.toString()));
    if (trigger.state() != 'O') {
      statements.add(state(schema, trigger));
    }
    return statements;
  }

  private static String events(Schema schema, Trigger trigger) {
    String of =
        trigger.ofColumns().isEmpty()
            ? ""
            : " OF " + Written.columns(schema, trigger.scope(), trigger.ofColumns());
    return trigger.definition().events().stream()
        .sorted(Comparator.comparing(EVENTS::indexOf))
        .map(event -> event.equals("UPDATE") ? event + of : event)
        .collect(Collectors.joining(" OR "));
  }

  static String state(Schema schema, Trigger trigger) {
    return state(schema, trigger.scope(), trigger.state(), "TRIGGER " + Written.own(trigger));
  }

  static String state(Schema schema, RewriteRule rule) {
    return state(schema, rule.scope(), rule.state(), "RULE " + Written.own(rule));
  }

  private static String state(Schema schema, int table, char state, String what) {
    String action =
        switch (state) {
          case 'D' -> " DISABLE ";
          case 'R' -> " ENABLE REPLICA ";
          case 'A' -> " ENABLE ALWAYS ";
          default -> " ENABLE ";
        };
    return "ALTER TABLE " + Written.name(schema, table) + action + what;
  }

  static String create(Schema schema, Policy policy) {
    return "CREATE POLICY "
        + Written.own(policy)
        + " ON "
        + Written.name(schema, policy.scope())
        + (policy.permissive() ? "" : " AS RESTRICTIVE")
        + (policy.command().equals("ALL") ? "" : " FOR " + policy.command())
        + (policy.roles().equals(List.of("public")) ? "" : " TO " + roles(policy.roles()))
        + clauses(schema, policy);
  }

  static String clauses(Schema schema, Policy policy) {
    return policy.using().map(u -> " USING (" + Written.sql(schema, u) + ")").orElse("")
        + policy.withCheck().map(c -> " WITH CHECK (" + Written.sql(schema, c) + ")").orElse("");
  }

  static String roles(List<String> roles) {
    return roles.stream().map(MemberDdl::role).collect(Collectors.joining(", "));
  }

  /** A role; the words that stand for one are none of a role's own. */
  static String role(String role) {
    return switch (role.toLowerCase(Locale.ROOT)) {
      case "public", "current_user", "current_role", "session_user" ->
          role.toUpperCase(Locale.ROOT);
      default -> Identifiers.quote(role);
    };
  }

  static List<String> create(Schema schema, RewriteRule rule, boolean replace) {
    String action = Written.sql(schema, rule.action());
    boolean whole = action.regionMatches(true, 0, "do ", 0, 3) || action.matches("(?is)where\\b.*");
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE "
            + (replace ? "OR REPLACE " : "")
            + "RULE "
            + Written.own(rule)
            + " AS ON "
            + rule.event()
            + " TO "
            + Written.name(schema, rule.scope())
            + (whole ? " " : " DO " + (rule.instead() ? "INSTEAD " : ""))
            + action);
    if (rule.state() != 'O') {
      statements.add(state(schema, rule));
    }
    return statements;
  }
}
