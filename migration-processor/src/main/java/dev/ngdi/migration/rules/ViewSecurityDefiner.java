package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Warns of a view that shows rows which the policies of its tables hide. */
final class ViewSecurityDefiner implements Rule {
  private static final int FIRST_WITH_INVOKER = 15;

  @Override
  public String summary() {
    return "a view over a table with row level security that reads it with the rights of its owner";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.CreateObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    if (subject.policy().postgres() < FIRST_WITH_INVOKER) {
      return List.of();
    }
    return Occurrence.in(subject, Statement.CreateObject.class).stream()
        .filter(create -> create.statement().kind().equals("VIEW"))
        .flatMap(create -> finding(create).stream())
        .toList();
  }

  private static Optional<Finding> finding(Occurrence<Statement.CreateObject> create) {
    Schema end = create.subject().timeline().end();
    return end.relation(create.statement().name())
        .found()
        .filter(View.class::isInstance)
        .map(View.class::cast)
        .filter(view -> !isInvoker(view))
        .flatMap(
            view ->
                end.needs(view.oid()).stream()
                    .flatMap(need -> end.get(need.referenced().oid(), Table.class).stream())
                    .filter(ViewSecurityDefiner::hasRowSecurity)
                    .min(Comparator.comparingInt(Table::oid)))
        .map(
            table ->
                create.finding(
                    "`%s` shows every row of `%s` to whoever may read the view, whatever the"
                            .formatted(
                                create.statement().name().sql(), Rendering.name(end, table.oid()))
                        + " policies of the table say",
                    "%s;\nALTER VIEW %s SET (security_invoker = true);"
                        .formatted(
                            create.statement().source().sql(), create.statement().name().sql())));
  }

  private static boolean isInvoker(View view) {
    return view.settings()
        .get("option.security_invoker")
        .filter(value -> Set.of("true", "on", "yes", "1").contains(value.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static boolean hasRowSecurity(Table table) {
    return table.settings().get("row security").filter("on"::equals).isPresent();
  }
}
