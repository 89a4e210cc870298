package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Warns of a function with its owner's rights that finds its names where the caller says. */
final class SecurityDefinerSearchPath implements Rule {
  private static final String PATH = "set search_path";

  @Override
  public String summary() {
    return "a `SECURITY DEFINER` function without a `search_path` of its own";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.CreateObject.class, Statement.AlterObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return subject.timeline().up().stream().flatMap(change -> finding(subject, change)).toList();
  }

  private static Stream<Finding> finding(Subject subject, Change change) {
    if (change.statement() instanceof Statement.CreateObject create
        && create.definition() instanceof Definition.Routine routine
        && isDefiner(routine.attributes())
        && !routine.atomic()) {
      return finding(subject, change, create.kind(), create.name(), create.arguments());
    } else if (change.statement() instanceof Statement.AlterObject alter
        && alter.actions().stream()
            .anyMatch(
                action ->
                    action instanceof ObjectAction.SetAttributes set
                        && isDefiner(set.attributes()))) {
      return finding(subject, change, alter.kind(), alter.name(), alter.arguments());
    }
    return Stream.of();
  }

  private static boolean isDefiner(Map<String, String> attributes) {
    return attributes.getOrDefault("security", "").equalsIgnoreCase("definer")
        && !attributes.containsKey(PATH);
  }

  private static Stream<Finding> finding(
      Subject subject, Change change, String kind, QualifiedName name, String arguments) {
    List<Routine> routines = subject.timeline().end().routines(name);
    boolean given =
        !routines.isEmpty()
            && routines.stream().allMatch(routine -> routine.settings().get(PATH).isPresent());
    String schema =
        routines.stream()
            .findFirst()
            .map(routine -> Rendering.name(subject.timeline().end(), routine.scope()))
            .orElse("public");
    return given
        ? Stream.of()
        : Stream.of(
            Finding.at(
                Part.UP,
                change.statement(),
                "whoever calls `%s` decides, by a `search_path` of their own, what it runs as its"
                        .formatted(name.sql())
                    + " owner",
                "%s;\nALTER %s %s%s SET search_path = %s, pg_temp;"
                    .formatted(
                        change.statement().source().sql(), kind, name.sql(), arguments, schema)));
  }
}
