package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Position;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One statement's replay while it goes on. */
final class Work {
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> unproven = new ArrayList<>();
  private final List<CatalogObject> adopted = new ArrayList<>();
  private final Map<Ref, Column> adoptedColumns = new LinkedHashMap<>();
  private final Set<Integer> calls = new HashSet<>();
  private final List<Step> inner = new ArrayList<>();
  private final Schema start;
  private final Position at;
  private int making;
  private boolean runsMore;
  private Schema schema;

  Work(Schema schema) {
    this(schema, Position.START);
  }

  /**
   * Begins the work of a statement.
   *
   * @param at where it stands
   */
  Work(Schema schema, Position at) {
    this.at = at;
    this.start = schema;
    this.schema = schema;
  }

  /** Another one from here on, to try something. */
  Work trial() {
    Work trial = new Work(schema, at);
    trial.calls.addAll(calls);
    return trial;
  }

  /** Where the statement stands, which is where all is shown that is run by what it calls. */
  Position at() {
    return at;
  }

  /** Says that the statement ran another one. */
  void ran(Statement statement, Schema met) {
    inner.add(new Step(statement, met, schema, List.of(), List.of(), List.of(), Inner.NONE));
  }

  /** Says that the statement may run others of which not all is known. */
  void mayRunMore() {
    runsMore = true;
  }

  /** Begins the call of a routine; whether that is not under way already. */
  boolean enter(int routine) {
    return calls.add(routine);
  }

  /** Ends the call of a routine. */
  void leave(int routine) {
    calls.remove(routine);
  }

  /** Begins to make a table, whose rows are no type yet; 0 ends it. */
  void making(int table) {
    making = table;
  }

  /** Whether an object is a table that is being made. */
  boolean isMaking(int oid) {
    return making == oid && oid != 0;
  }

  /** Whether the statement made an object. */
  boolean isNew(int oid) {
    return oid >= start.nextOid();
  }

  Schema schema() {
    return schema;
  }

  void set(Schema changed) {
    schema = changed;
  }

  /** The number for an object that is about to be {@link #put}. */
  int newOid() {
    return schema.nextOid();
  }

  /** Adds an object or exchanges it for the one of its number. */
  void put(CatalogObject object) {
    schema = schema.with(object);
  }

  /** Adds an object that must have been there before the statement. */
  void adopt(CatalogObject object) {
    adopted.add(object);
    put(object);
  }

  /** The same for a column of a table of which not all is known. */
  void adopt(Table table, Column column) {
    adoptedColumns.put(new Ref(table.oid(), column.number()), column);
    put(table);
  }

  /** Whether an object must have been there before the statement. */
  boolean isAdopted(int oid) {
    return adopted.stream().anyMatch(object -> object.oid() == oid);
  }

  /** Whether anything must have been there before the statement that was not known. */
  boolean adoptsAnything() {
    return !adopted.isEmpty() || !adoptedColumns.isEmpty();
  }

  /** Takes an object away, and nothing else: {@link Drops} takes what goes with it. */
  void remove(int oid) {
    schema = schema.without(oid);
  }

  <T extends CatalogObject> Optional<T> get(int oid, Class<T> type) {
    return schema.get(oid, type);
  }

  /** A table that is known to be there. */
  Table table(int oid) {
    return schema.get(oid, Table.class).orElseThrow();
  }

  void depend(Ref dependent, Ref referenced, Dependency.Type type) {
    schema = schema.with(Dependency.of(dependent, referenced, type));
  }

  void maybeDepend(Ref dependent, Ref referenced, Dependency.Type type) {
    schema = schema.with(new Dependency(dependent, referenced, type, false));
  }

  void problem(Problem.Kind kind, String sqlState, String message, String instead) {
    problems.add(new Problem(kind, sqlState, message, instead));
  }

  boolean hasProblems() {
    return !problems.isEmpty();
  }

  /** Says that something of the statement cannot be known. */
  void unproven(String reason) {
    if (!unproven.contains(reason)) {
      unproven.add(reason);
    }
  }

  /** Takes over what came of trying something. */
  void take(Work tried) {
    schema = tried.schema;
    adopted.addAll(tried.adopted);
    adoptedColumns.putAll(tried.adoptedColumns);
    problems.addAll(tried.problems);
    tried.unproven.forEach(this::unproven);
    inner.addAll(tried.inner);
    runsMore |= tried.runsMore;
  }

  Outcome outcome() {
    Schema met = start;
    for (CatalogObject object : adopted) {
      met = met.with(object);
    }
    for (Map.Entry<Ref, Column> column : adoptedColumns.entrySet()) {
      Optional<Table> table = met.get(column.getKey().oid(), Table.class);
      if (table.isPresent()) {
        met = met.with(table.get().withMore(column.getValue()));
      }
    }
    return new Outcome(met, schema, problems, unproven, new Inner(inner, !runsMore));
  }
}
