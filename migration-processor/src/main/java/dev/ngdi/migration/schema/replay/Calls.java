package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.DynamicSql;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Term;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls of functions that may change what the database holds. */
final class Calls {
  /** Functions of extensions that change the table that a constant names. */
  private static final Set<String> CHANGING_TABLES =
      Set.of(
          "addgeometrycolumn",
          "dropgeometrycolumn",
          "dropgeometrytable",
          "updategeometrysrid",
          "populate_geometry_columns",
          "addrasterconstraints",
          "droprasterconstraints",
          "create_hypertable",
          "add_dimension",
          "create_distributed_table",
          "create_reference_table",
          "alter_distributed_table",
          "undistribute_table",
          "create_parent",
          "undo_partition",
          "audit_table",
          "enable_tracking",
          "addtopogeometrycolumn",
          "droptopogeometrycolumn");

  /** Functions of extensions that can make, change or drop anything. */
  private static final Set<String> CHANGING_ANYTHING =
      Set.of("createtopology", "droptopology", "run_maintenance", "run_maintenance_proc");

  private static final Pattern CONSTANT = Pattern.compile("'((?:[^']++|'')*+)'");

  private Calls() {}

  static void apply(Work work, Fragment fragment) {
    apply(work, fragment, "", Map.of());
  }

  /**
   * Applies the calls in a query.
   *
   * @param block the body of the block in which it stands, for what its variables can hold
   * @param variables what they are known to hold
   */
  static void apply(Work work, Fragment fragment, String block, Map<String, Datum> variables) {
    boolean changes =
        fragment.functions().stream()
            .flatMap(use -> work.schema().routines(use.name()).stream())
            .anyMatch(routine -> touched(work, routine).anything());
    if (changes && RoutineCall.apply(work, Term.parse("(" + fragment.sql() + ")"), variables)) {
      return;
    }
    for (Fragment.FunctionUse use : fragment.functions()) {
      List<Routine> known = work.schema().routines(use.name());
      String name = use.name().name().toLowerCase(Locale.ROOT);
      if (!known.isEmpty()) {
        known.forEach(routine -> call(work, routine, fragment, block));
      } else if (CHANGING_TABLES.contains(name)) {
        work.mayRunMore();
        touchTables(work, name, fragment.sql().substring(use.at().end()));
      } else if (CHANGING_ANYTHING.contains(name)) {
        work.mayRunMore();
        work.unproven("what `%s` changes".formatted(use.name().sql()));
        work.set(work.schema().withEverythingUnsure());
      }
    }
  }

  private static Touched touched(Work work, Routine routine) {
    return Touched.by(work.schema(), Map.of(), CalledRoutines.steps(routine));
  }

  private static void call(Work work, Routine routine, Fragment fragment, String block) {
    Touched touched = touched(work, routine);
    if (!touched.anything()) {
      return;
    }
    work.mayRunMore();
    CalledRoutines called = CalledRoutines.from(work.schema(), routine);
    String reason = "what `%s` changes".formatted(routine.name());
    Optional<DynamicSql> dynamic = called.dynamicSql(fragment, block);
    touched.mark(work, reason, dynamic);
  }

  /** The first constant that names a table is the one that changes. */
  private static void touchTables(Work work, String function, String arguments) {
    Matcher constants = CONSTANT.matcher(arguments);
    while (constants.find()) {
      String constant = constants.group(1);
      int dot = constant.lastIndexOf('.');
      QualifiedName name = QualifiedName.of(constant.substring(dot + 1));
      Optional<Relation> relation = work.schema().relation(name).found();
      if (relation.isPresent()) {
        incomplete(work, relation.get());
        work.unproven("what `%s` does to `%s`".formatted(function, relation.get().name()));
        return;
      }
    }
    work.unproven("what `%s` changes".formatted(function));
  }

  private static void incomplete(Work work, Relation relation) {
    if (relation instanceof Table table) {
      work.put(table.incomplete());
    } else if (relation instanceof View) {
      work.set(work.schema().withUnsure(relation.oid()));
    }
  }
}
