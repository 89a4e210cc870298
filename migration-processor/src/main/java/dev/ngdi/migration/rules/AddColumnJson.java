package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Warns of a new column of the type {@code json} on a table that has readers. */
final class AddColumnJson implements Rule {
  private static final Pattern JSON = Pattern.compile("(?i)\\bjson\\b");

  @Override
  public String summary() {
    return "a new `json` column, which makes `SELECT DISTINCT` of the table fail";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.AddColumn.class).stream()
        .filter(
            added -> added.action().definition().type().filter(AddColumnJson::isJson).isPresent())
        .map(
            added ->
                added.finding(
                    "`json` values cannot be compared: `SELECT DISTINCT *`, `GROUP BY` and `UNION` over `%s` fail as soon as the column is there"
                        .formatted(added.tableSql()),
                    instead(added)))
        .toList();
  }

  private static boolean isJson(TypeName type) {
    return type.name().name().equals("json");
  }

  private static String instead(Alteration<TableAction.AddColumn> added) {
    String sql = added.change().statement().source().sql();
    boolean once = JSON.matcher(sql).results().count() == 1;
    Optional<String> whole =
        added.with(
            Optional.of(
                "ADD COLUMN "
                    + Identifiers.quote(added.action().column())
                    + " jsonb"
                    + added
                        .action()
                        .definition()
                        .defaultValue()
                        .map(Fragment::sql)
                        .map(value -> " DEFAULT " + value)
                        .orElse("")));
    return once ? JSON.matcher(sql).replaceFirst("jsonb") : whole.orElse(sql);
  }
}
