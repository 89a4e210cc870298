package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the statements of a plan need of relations, as far as it is certain: it ends where what
 * follows could depend on something that is not known here, such as what a block or a function did.
 */
final class Needs {
  private static final Set<String> OTHER_SESSION =
      Set.of("search_path", "role", "session_authorization");

  private final String schema;
  private final Map<List<Object>, Need> found = new LinkedHashMap<>();

  /** Names that are not, or not any more, of what is there now. */
  private final Set<QualifiedName> made = new HashSet<>();

  private Needs(String schema) {
    this.schema = schema;
  }

  /**
   * Each right of each relation once, for the first statement that needs it.
   *
   * @param schema the schema of names that are written without one
   */
  static List<Need> of(Plan plan, String schema) {
    Needs needs = new Needs(schema);
    for (Step step : plan.steps()) {
      Optional<Sql> script = step.script();
      if (script.isEmpty() || !needs.add(step.id(), Script.reread(script.get().text()))) {
        break;
      }
    }
    return List.copyOf(needs.found.values());
  }

  /** Tells whether what follows is certain too. */
  private boolean add(String migration, Script script) {
    if (!script.problems().isEmpty()) {
      return false;
    }
    boolean known = true;
    for (Statement statement : script.statements()) {
      if (statement instanceof Statement.SetParameter set && OTHER_SESSION.contains(set.name())) {
        known = false;
      }
      StatementNeeds needs = StatementNeeds.of(statement);
      if (known) {
        needs.rights().forEach(right -> add(migration, statement, right));
      }
      needs.made().forEach(name -> made.add(withSchema(name)));
      if (needs.open()) {
        return false;
      }
    }
    return true;
  }

  private void add(String migration, Statement statement, StatementNeeds.OnRelation need) {
    QualifiedName name = withSchema(need.relation());
    if (!made.contains(name)) {
      found.putIfAbsent(
          List.of(name, need.right()),
          new Need(
              name, need.right(), migration, statement.command(), statement.source().at().line()));
    }
  }

  private QualifiedName withSchema(QualifiedName name) {
    return new QualifiedName(name.schema().or(() -> Optional.of(schema)), name.name());
  }
}
