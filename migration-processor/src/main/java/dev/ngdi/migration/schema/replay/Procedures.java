package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.sql.BlockStep;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code CALL}: of a procedure that is known, its body is replayed as a block is. */
final class Procedures {
  private static final String CALL = "(?i)^\\s*call\\b";

  private Procedures() {}

  /** Applies a statement; whether it is a call of a procedure whose body can be read. */
  static boolean apply(Work work, Statement.Other statement) {
    if (!statement.command().equals("CALL")) {
      return false;
    }
    Optional<Routine> called = called(work, statement);
    Optional<List<BlockStep>> steps = called.flatMap(Procedures::body);
    if (called.isEmpty() || steps.isEmpty() || !work.enter(called.get().oid())) {
      return false;
    }
    String text = called.get().body() + "\n" + statement.source().sql();
    Blocks.run(work, steps.get(), text);
    work.leave(called.get().oid());
    return true;
  }

  private static Optional<Routine> called(Work work, Statement.Other statement) {
    String query = statement.source().sql().replaceFirst(CALL, "SELECT");
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

  private static Optional<List<BlockStep>> body(Routine routine) {
    boolean elsewhere = routine.settings().get("set search_path").isPresent();
    if (elsewhere || routine.atomic().isPresent()) {
      return Optional.empty();
    } else if (routine.language().equals("plpgsql")) {
      return Optional.of(BlockStep.read(routine.body()));
    } else if (!routine.language().equals("sql")) {
      return Optional.empty();
    }
    List<BlockStep> steps = new ArrayList<>();
    Script.parse(routine.body()).statements().forEach(s -> steps.add(new BlockStep.Sql(s)));
    return Optional.of(steps);
  }
}
