package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code CALL}: of a procedure that is known, its body is replayed as a block is. */
final class Procedures {
  private static final String CALL = "(?i)^\\s*call\\b";

  private Procedures() {}

  /** Applies a statement; whether it is a call of a procedure whose body can be read. */
  static boolean apply(Work work, Statement.Other statement, Map<String, Datum> variables) {
    if (!statement.command().equals("CALL")) {
      return false;
    }
    String query = statement.source().sql().replaceFirst(CALL, "SELECT");
    Optional<Routine> called = called(work, query);
    if (called.isEmpty() || !RoutineCall.isReadable(called.get())) {
      return false;
    }
    Term.Call call = (Term.Call) Term.parse(query.replaceFirst("(?i)^select", ""));
    return RoutineCall.run(work, called.get(), call, variables);
  }

  private static Optional<Routine> called(Work work, String query) {
    List<Fragment.FunctionUse> uses =
        Script.parse(query).all(Statement.Query.class).stream()
            .flatMap(read -> read.names().functions().stream())
            .toList();
    if (uses.isEmpty()) {
      return Optional.empty();
    }
    Fragment.FunctionUse use = uses.get(uses.size() - 1);
    for (Fragment.FunctionUse other : uses) {
      use = other.at().start() < use.at().start() ? other : use;
    }
    int arguments = use.arguments();
    List<Routine> fitting =
        work.schema().routines(use.name()).stream()
            .filter(routine -> routine.kind().equals("PROCEDURE"))
            .filter(
                routine -> Signatures.accepts(routine, arguments) || accepts(routine, arguments))
            .toList();
    boolean sure = fitting.size() == 1 && !work.schema().unsure(fitting.get(0));
    return sure ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** A call has a place for each result too. */
  private static boolean accepts(Routine routine, int arguments) {
    return routine.arguments().size() == arguments;
  }
}
