package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Select;
import dev.ngdi.migration.sql.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call of a routine whose body is known: that is replayed with what its arguments are. */
final class RoutineCall {
  private RoutineCall() {}

  /** Whether a routine's body can be replayed as if it stood where it is called. */
  static boolean isReadable(Routine routine) {
    boolean elsewhere = routine.settings().get("set search_path").isPresent();
    boolean language = routine.language().equals("plpgsql") || routine.language().equals("sql");
    return !elsewhere && routine.atomic().isEmpty() && language;
  }

  /**
   * Replays a query that does nothing but call routines, once for each of its rows.
   *
   * @return whether it is such a query
   */
  static boolean apply(Work work, Term query, Map<String, Datum> variables) {
    if (!(query instanceof Term.Rows rows) || rows.query().limited()) {
      return false;
    }
    Select select = rows.query();
    Evaluation with = new Evaluation(work.schema(), variables);
    Optional<List<Evaluation>> each = CatalogueQuery.combinations(with, select);
    List<Routine> called = new ArrayList<>();
    for (Select.Item item : select.items()) {
      boolean plain = item.value() instanceof Term.Call call && hasNoCalls(work, call);
      Optional<Routine> routine = plain ? find(work, (Term.Call) item.value()) : Optional.empty();
      routine.filter(RoutineCall::isReadable).ifPresent(called::add);
    }
    if (each.isEmpty() || called.size() != select.items().size() || called.isEmpty()) {
      return false;
    }
    for (Evaluation row : each.get()) {
      for (int i = 0; i < called.size(); i++) {
        Term.Call call = (Term.Call) select.items().get(i).value();
        if (!run(work, called.get(i), call, row)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether no argument calls a routine too. */
  private static boolean hasNoCalls(Work work, Term.Call call) {
    return call.arguments().stream()
        .allMatch(
            argument ->
                !(argument.value() instanceof Term.Call inner)
                    || (work.schema().routines(inner.function()).isEmpty()
                        && hasNoCalls(work, inner)));
  }

  /** The one routine that can be meant. */
  private static Optional<Routine> find(Work work, Term.Call call) {
    QualifiedName name = call.function();
    List<Routine> fitting =
        work.schema().routines(name).stream()
            .filter(routine -> Signatures.accepts(routine, call.arguments().size()))
            .toList();
    boolean sure = fitting.size() == 1 && !work.schema().unsure(fitting.get(0));
    return sure ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  static boolean run(Work work, Routine routine, Term.Call call, Map<String, Datum> variables) {
    return run(work, routine, call, new Evaluation(work.schema(), variables));
  }

  /** Replays the body; whether it is not under way already. */
  private static boolean run(Work work, Routine routine, Term.Call call, Evaluation with) {
    if (!work.enter(routine.oid())) {
      return false;
    }
    Map<String, Datum> parameters = bind(routine, call, with);
    Blocks.run(work, CalledRoutines.steps(routine, work.at()), routine.body(), parameters);
    work.leave(routine.oid());
    return true;
  }

  private static Map<String, Datum> bind(Routine routine, Term.Call call, Evaluation with) {
    Map<String, Datum> values = new HashMap<>();
    List<Routine.Argument> in =
        routine.arguments().stream()
            .filter(a -> !a.mode().equals("OUT") && !a.mode().equals("TABLE"))
            .toList();
    Evaluation alone = new Evaluation(with.schema(), Map.of());
    for (int i = 0; i < in.size(); i++) {
      Routine.Argument parameter = in.get(i);
      Optional<Term> given = given(call, parameter.name(), i);
      Optional<Term> usual = parameter.defaultValue().map(Bound::sql).map(Term::parse);
      Datum value =
          parameter.mode().equals("VARIADIC")
              ? Datum.Unknown.VALUE
              : given.map(with::of).or(() -> usual.map(alone::of)).orElse(Datum.Unknown.VALUE);
      values.put("$" + (i + 1), value);
      if (!parameter.name().isEmpty()) {
        values.put(parameter.name(), value);
        values.put(routine.name() + "." + parameter.name(), value);
      }
    }
    return values;
  }

  private static Optional<Term> given(Term.Call call, String name, int place) {
    Optional<Term> named =
        call.arguments().stream()
            .filter(argument -> argument.name().filter(name::equals).isPresent())
            .map(Term.Argument::value)
            .findFirst();
    boolean positional =
        place < call.arguments().size() && call.arguments().get(place).name().isEmpty();
    return named.isEmpty() && positional ? Optional.of(call.arguments().get(place).value()) : named;
  }
}
