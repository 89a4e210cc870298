package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.BlockStep;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition that asks whether there is what the steps behind it make, change or drop.
 *
 * @param absent whether it asks that there is none
 * @param needsRelation whether it fails itself where there is no relation of a name
 */
record Existence(boolean absent, boolean needsRelation) {
  private static final Pattern NAME = Pattern.compile("(?<![.\\w'])\\w+(?![\\w.(])");
  private static final Pattern CONSTANT = Pattern.compile("'((?:[^']++|'')*+)'");
  private static final Pattern CATALOGUE =
      Pattern.compile(
          "\\b(pg_\\w+|information_schema|to_reg\\w+|regclass|regtype)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NONE =
      Pattern.compile("^\\s*\\(*\\s*not\\b|\\bis\\s+null\\b|=\\s*0\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SOME =
      Pattern.compile(
          "^\\s*\\(*\\s*exists\\b|\\bis\\s+not\\s+null\\b|>\\s*0\\b|=\\s*1\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SEVERAL =
      Pattern.compile("\\)\\s*(and|or)\\s+(not\\s+)?(exists|to_reg)", Pattern.CASE_INSENSITIVE);

  /** What asks how something is, and not whether it is there. */
  private static final Pattern MORE =
      Pattern.compile(
          "data_type|is_nullable|udt_name|column_default|maximum_length|_precision|atttypid"
              + "|attnotnull|format_type|atthasdef|get_constraintdef|get_viewdef|get_indexdef"
              + "|confdeltype|delete_rule|is_identity|indisunique|indisvalid|convalidated"
              + "|relkind\\s*=\\s*'[vmp]'|prosrc|extversion",
          Pattern.CASE_INSENSITIVE);

  /** What looks like a column of the catalogue's tables of columns and constraints and is none. */
  private static final Pattern NO_COLUMN =
      Pattern.compile(
          "\\b(att(?!(relid|name|typid|len|num|ndims|cacheoff|typmod|byval|align|storage"
              + "|compression|notnull|hasdef|hasmissing|identity|generated|isdropped|islocal"
              + "|inhcount|collation|stattarget|acl|options|fdwoptions|missingval)\\b)"
              + "|con(?!(name|namespace|type|deferrable|deferred|enforced|validated|relid|typid"
              + "|indid|parentid|frelid|fupdtype|fdeltype|fmatchtype|islocal|inhcount|noinherit"
              + "|period|key|fkey|bin|straint\\w*)\\b)"
              + "|table_(?!(catalog|schema|name|type)\\b)|column_(?!(name|default)\\b))\\w*+\\s*=",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RELATION =
      Pattern.compile("::\\s*regclass\\b", Pattern.CASE_INSENSITIVE);
  private static final Set<String> RELATION_STATES = Set.of("42P01", "3F000");

  private static final Pattern OF_PARTS =
      Pattern.compile("column_name|attname|conname|constraint_name", Pattern.CASE_INSENSITIVE);

  /** Read from a condition; empty where it asks something else. */
  static Optional<Existence> of(
      String written, List<BlockStep> steps, Schema schema, Map<String, Datum> variables) {
    String condition = filled(written, variables);
    boolean none = NONE.matcher(condition).find();
    boolean some = SOME.matcher(condition).find();
    boolean one = CATALOGUE.matcher(condition).find() && !SEVERAL.matcher(condition).find();
    boolean more = MORE.matcher(condition).find() || namesNothing(condition);
    boolean parts = OF_PARTS.matcher(condition).find();
    return one
            && !more
            && (none || some)
            && names(condition, firstNames(steps, parts, schema, variables))
        ? Optional.of(new Existence(none, RELATION.matcher(condition).find()))
        : Optional.empty();
  }

  /** Whether a condition asks the catalogue for a column that it does not have, and so fails. */
  static boolean namesNothing(String condition) {
    return CATALOGUE.matcher(condition).find() && NO_COLUMN.matcher(condition).find();
  }

  /** Whether a problem of the steps shows that the condition is false. */
  boolean refutes(Problem problem) {
    boolean ofRelation = RELATION_STATES.contains(problem.sqlState());
    return !(needsRelation && ofRelation)
        && problem.kind() == (absent ? Problem.Kind.NAME_TAKEN : Problem.Kind.NAME_NOT_FOUND);
  }

  private static boolean names(String condition, Set<String> names) {
    Matcher constants = CONSTANT.matcher(condition);
    while (constants.find()) {
      String constant = constants.group(1);
      String last = constant.substring(constant.lastIndexOf('.') + 1).replace("\"", "");
      if (names.contains(last) || names.contains(last.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** With the texts that variables stand for. */
  private static String filled(String condition, Map<String, Datum> variables) {
    return NAME.matcher(condition)
        .replaceAll(
            name ->
                variables.get(name.group().toLowerCase(Locale.ROOT)) instanceof Datum.Text text
                        && text.known()
                    ? Matcher.quoteReplacement("'" + text.text().replace("'", "''") + "'")
                    : Matcher.quoteReplacement(name.group()));
  }

  /** The names of what the first step that changes an object is about. */
  private static Set<String> firstNames(
      List<BlockStep> steps, boolean parts, Schema schema, Map<String, Datum> variables) {
    for (BlockStep step : steps) {
      Set<String> names = new HashSet<>(Touched.by(schema, variables, List.of(step)).names());
      if (step instanceof BlockStep.Sql sql) {
        addParts(sql.statement(), names, parts);
      } else if (step instanceof BlockStep.Execute execute) {
        String text = new Evaluation(schema, variables).of(execute.sql()).written().orElse("");
        Script.reread(text).statements().forEach(s -> addParts(s, names, parts));
      }
      if (!names.isEmpty()) {
        return names;
      }
    }
    return Set.of();
  }

  /** What an {@code ALTER TABLE} adds or drops takes the place of the table itself. */
  private static void addParts(Statement statement, Set<String> names, boolean ofParts) {
    if (!(statement instanceof Statement.AlterTable alter)) {
      if (statement instanceof Statement.AlterObject object) {
        object.actions().stream()
            .filter(ObjectAction.AddValue.class::isInstance)
            .forEach(a -> names.add(((ObjectAction.AddValue) a).value()));
      }
      return;
    }
    Set<String> parts = new HashSet<>();
    for (TableAction action : alter.actions()) {
      if (action instanceof TableAction.AddColumn add) {
        parts.add(add.column());
      } else if (action instanceof TableAction.DropColumn drop) {
        parts.add(drop.column());
      } else if (action instanceof TableAction.RenameColumn rename) {
        parts.add(rename.from());
        parts.add(rename.to());
      } else if (action instanceof TableAction.AddConstraint add) {
        add.name().ifPresent(parts::add);
      } else if (action instanceof TableAction.DropConstraint drop) {
        parts.add(drop.name());
      } else if (action instanceof TableAction.RenameConstraint rename) {
        parts.add(rename.from());
      }
    }
    if (ofParts || !parts.isEmpty()) {
      names.clear();
      names.addAll(parts);
    }
  }
}
