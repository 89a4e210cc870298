package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.PartialName;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.BlockStep;
import dev.ngdi.migration.sql.DynamicSql;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What steps may change that may run or not, and with variables of which not all is known. */
final class Touched {
  private static final Pattern PLACE = Pattern.compile("%[-\\d$]*[sIL]");

  private final Schema schema;
  private final Set<Integer> called = new HashSet<>();
  private final Set<Trace> traces = new LinkedHashSet<>();
  private final Gaps gaps;

  /** The tables that were made on the way here, which so were not there before. */
  private Set<QualifiedName> made = new HashSet<>();

  private boolean everything;

  private Touched(Schema schema, Gaps gaps, Set<QualifiedName> made) {
    this.schema = schema;
    this.gaps = gaps;
    this.made.addAll(made);
  }

  /** What steps may change whose variables have these values before. */
  static Touched by(Schema schema, Map<String, Datum> variables, List<BlockStep> steps) {
    return by(schema, variables, steps, new Gaps(variables.values()), new HashSet<>());
  }

  /**
   * The same with what is known of the way there.
   *
   * @param made the tables that were made on it; takes those that the steps surely make
   */
  static Touched by(
      Schema schema,
      Map<String, Datum> variables,
      List<BlockStep> steps,
      Gaps gaps,
      Set<QualifiedName> made) {
    Touched touched = new Touched(schema, gaps, made);
    touched.add(steps, new HashMap<>(variables));
    made.addAll(touched.made);
    return touched;
  }

  /** Whether they can change anything at all. */
  boolean anything() {
    return everything || !traces.isEmpty();
  }

  /**
   * Makes unsure what they can change.
   *
   * @param dynamic what SQL can name that is put together; empty where that can be anything
   */
  void mark(Work work, String reason, Optional<DynamicSql> dynamic) {
    if (!anything()) {
      return;
    }
    work.unproven(reason);
    if (everything && dynamic.isEmpty()) {
      work.set(work.schema().withEverythingUnsure());
      return;
    }
    traces.forEach(trace -> trace.mark(work));
    if (everything) {
      work.set(
          work.schema()
              .withUnsure(names(schema, dynamic.get().words()))
              .withUnsureParts(names(schema, dynamic.get().parts())));
    }
  }

  /** A schema's name is only where something is; a schema itself stays as it is. */
  private static List<String> names(Schema schema, Set<String> names) {
    return names.stream().filter(name -> schema.namespace(name).found().isEmpty()).toList();
  }

  /** The names that steps are about, for a condition to be about the same. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Trace trace : traces) {
      exact(trace.name()).ifPresent(names::add);
      trace.owner().flatMap(Touched::exact).ifPresent(names::add);
    }
    return names;
  }

  private static Optional<String> exact(PartialName pattern) {
    return pattern.isExact() ? Optional.of(pattern.pieces().get(0)) : Optional.empty();
  }

  private void add(List<BlockStep> steps, Map<String, Datum> variables) {
    for (BlockStep step : steps) {
      add(step, variables);
    }
  }

  /** The same of steps that may not run, or be undone: what they make may not be there then. */
  private void addPerhaps(List<BlockStep> steps, Map<String, Datum> variables) {
    Set<QualifiedName> before = new HashSet<>(made);
    add(steps, variables);
    made = before;
  }

  private void add(BlockStep step, Map<String, Datum> variables) {
    if (step instanceof BlockStep.Sql sql) {
      add(sql.statement());
      sql.into().forEach(name -> variables.put(name, Datum.Unknown.VALUE));
    } else if (step instanceof BlockStep.Assign assign) {
      Datum value = new Evaluation(schema, variables).of(assign.value());
      variables.put(assign.variable(), assign.part() ? Datum.Unknown.VALUE : gaps.own(value));
    } else if (step instanceof BlockStep.Execute execute) {
      add(new Evaluation(schema, variables).of(execute.sql()), execute.start());
      execute.into().forEach(name -> variables.put(name, Datum.Unknown.VALUE));
    } else if (step instanceof BlockStep.Choice choice) {
      choice.branches().forEach(branch -> addPerhaps(branch.steps(), new HashMap<>(variables)));
      Assigned.forget(choice, variables);
    } else if (step instanceof BlockStep.Loop loop) {
      Assigned.forget(loop, variables);
      addPerhaps(loop.steps(), variables);
      Assigned.forget(loop, variables);
    } else if (step instanceof BlockStep.Nested nested) {
      nested
          .variables()
          .forEach(
              v ->
                  variables.put(
                      v.name(), gaps.own(new Evaluation(schema, variables).of(v.value()))));
      if (nested.handlers().isEmpty()) {
        add(nested.steps(), variables);
      } else {
        addPerhaps(nested.steps(), variables);
      }
      Assigned.forget(nested, variables);
      nested.handlers().forEach(h -> addPerhaps(h.steps(), new HashMap<>(variables)));
    }
  }

  /** SQL that is put together, with places in it of which nothing is known. */
  private void add(Datum sql, String start) {
    String known = PLACE.matcher(start).replaceAll(String.valueOf(Datum.NAME)) + Datum.ANYTHING;
    String text = sql instanceof Datum.Text put ? put.text() : known;
    Script script = isKnown(sql) ? Script.parse(text) : Script.reread(text);
    boolean unreadable =
        script.statements().isEmpty()
            || !script.problems().isEmpty()
            || script.statements().stream().anyMatch(s -> s.source().sql().charAt(0) >= Datum.NAME);
    if (unreadable) {
      everything |= !(sql instanceof Datum.Null);
    } else {
      script.statements().forEach(this::add);
    }
  }

  private static boolean isKnown(Datum sql) {
    return sql instanceof Datum.Text text && text.known();
  }

  private void add(Statement statement) {
    if (statement instanceof Statement.Query query) {
      calls(query.names());
    } else if (statement instanceof Statement.ChangeRows change) {
      calls(change.names());
    } else if (statement instanceof Statement.DoBlock block) {
      addPerhaps(BlockStep.read(block.body()), new HashMap<>());
    } else {
      Optional<List<Trace>> known = Traces.of(statement, made);
      known.ifPresent(traces::addAll);
      everything |= known.isEmpty();
      keep(statement);
    }
  }

  /** Of a name with a gap that can be another each time nobody knows when it is meant again. */
  private void keep(Statement statement) {
    boolean always =
        statement instanceof Statement.CreateTable create
            && !create.ifNotExists()
            && create.table().name().indexOf(Datum.NAME) < 0
            && create.table().name().indexOf(Datum.ANYTHING) < 0;
    if (always) {
      made.add(((Statement.CreateTable) statement).table());
    }
  }

  /** What they call with arguments of which nothing is known. */
  private void calls(Fragment fragment) {
    for (Fragment.FunctionUse use : fragment.functions()) {
      everything |= !new Datum.Text(use.name().name()).known();
      for (Routine routine : schema.routines(use.name())) {
        if (called.add(routine.oid())) {
          addPerhaps(CalledRoutines.steps(routine), new HashMap<>());
        }
      }
    }
  }
}
