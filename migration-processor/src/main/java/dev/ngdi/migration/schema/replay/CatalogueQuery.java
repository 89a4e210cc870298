package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.Select;
import dev.ngdi.migration.sql.Term;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers queries of the catalogue from what is known of it. */
final class CatalogueQuery {
  private static final Set<String> AGGREGATES =
      Set.of(
          "count",
          "min",
          "max",
          "sum",
          "avg",
          "string_agg",
          "array_agg",
          "bool_and",
          "bool_or",
          "every",
          "json_agg",
          "jsonb_agg");

  /** More combinations of rows than these are not looked at. */
  private static final int MOST = 100_000;

  private final Evaluation with;
  private final Select query;
  private final List<Term> conditions = new ArrayList<>();
  private final List<Evaluation> met = new ArrayList<>();
  private final List<Datum.Row> certain = new ArrayList<>();
  private boolean complete = true;
  private int tried;

  private CatalogueQuery(Evaluation with, Select query) {
    this.with = with;
    this.query = query;
    query.where().forEach(this::split);
  }

  /**
   * A row that may be there.
   *
   * @param certain whether it surely is, as it is known to be
   */
  record Candidate(Datum.Row row, boolean certain) {}

  /**
   * What a query gives.
   *
   * @param certain rows that it surely gives
   * @param complete whether it gives no more
   */
  record Result(List<Datum.Row> certain, boolean complete) {
    private Datum first(Datum.Row row) {
      return row.fields().values().stream().findFirst().orElse(Datum.Unknown.VALUE);
    }

    private Datum value() {
      if (!complete || certain.size() > 1) {
        return Datum.Unknown.VALUE;
      }
      return certain.isEmpty() ? Datum.Null.VALUE : first(certain.get(0));
    }

    private Datum array() {
      return complete
          ? new Datum.Elements(certain.stream().map(this::first).toList())
          : Datum.Unknown.VALUE;
    }

    private Datum exists() {
      return !certain.isEmpty() ? Datum.of(true) : complete ? Datum.of(false) : Datum.Unknown.VALUE;
    }
  }

  /** What a query in an expression gives. */
  static Datum value(Evaluation with, Term.Rows rows) {
    Optional<Result> result = rows(with, rows.query());
    return switch (rows.use()) {
      case EXISTS -> result.map(Result::exists).orElse(Datum.Unknown.VALUE);
      case ARRAY -> result.map(Result::array).orElse(Datum.Unknown.VALUE);
      default -> result.map(Result::value).orElse(Datum.Unknown.VALUE);
    };
  }

  /** The rows of a query; empty where nothing is known of them. */
  static Optional<Result> rows(Evaluation with, Select query) {
    return new CatalogueQuery(with, query).run();
  }

  /** What a query sees in each of its rows; empty where these are not all known. */
  static Optional<List<Evaluation>> combinations(Evaluation with, Select query) {
    CatalogueQuery combined = new CatalogueQuery(with, query);
    return combined.run().filter(Result::complete).map(result -> combined.met);
  }

  private void split(Term condition) {
    if (condition instanceof Term.Operation operation && operation.operator().equals("and")) {
      operation.operands().forEach(this::split);
    } else {
      conditions.add(condition);
    }
  }

  private Optional<Result> run() {
    List<List<Candidate>> all = new ArrayList<>();
    for (Select.Source source : query.sources()) {
      Optional<List<Candidate>> candidates = candidates(source);
      if (candidates.isEmpty()) {
        return Optional.empty();
      }
      all.add(
          candidates.get().stream()
              .filter(c -> holds(Map.of(source.alias(), c.row())).orElse(true))
              .toList());
    }
    combine(all, new LinkedHashMap<>(), true);
    if (tried > MOST) {
      return Optional.empty();
    }
    return Optional.of(isAggregate() ? aggregate() : result());
  }

  private Result result() {
    List<Datum.Row> rows = query.distinct() ? List.copyOf(new LinkedHashSet<>(certain)) : certain;
    boolean cut = query.limited() && rows.size() > 1;
    return new Result(rows, complete && !cut);
  }

  // ---- what is read

  private Optional<List<Candidate>> candidates(Select.Source source) {
    Select.From from = source.from();
    if (from instanceof Select.Relation relation) {
      return Catalogue.rows(with.schema(), relation.name());
    } else if (from instanceof Select.Nested nested) {
      return rows(with, nested.query()).map(result -> candidates(result, source.columns()));
    } else if (from instanceof Select.Values values) {
      return Optional.of(values.rows().stream().map(row -> values(row, source.columns())).toList());
    } else if (from instanceof Select.Function function) {
      return elements(function.call()).map(list -> list.stream().map(e -> one(source, e)).toList());
    }
    return Optional.empty();
  }

  private static List<Candidate> candidates(Result result, List<String> names) {
    List<Candidate> candidates = new ArrayList<>();
    result.certain().forEach(row -> candidates.add(new Candidate(renamed(row, names), true)));
    if (!result.complete()) {
      candidates.add(new Candidate(new Datum.Row(Map.of()), false));
    }
    return candidates;
  }

  private static Datum.Row renamed(Datum.Row row, List<String> names) {
    Map<String, Datum> fields = new LinkedHashMap<>();
    Iterator<String> name = names.iterator();
    row.fields().forEach((own, value) -> fields.put(name.hasNext() ? name.next() : own, value));
    return new Datum.Row(fields);
  }

  private Candidate values(List<Term> row, List<String> names) {
    Map<String, Datum> fields = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      fields.put(i < names.size() ? names.get(i) : "column" + (i + 1), with.of(row.get(i)));
    }
    return new Candidate(new Datum.Row(fields), true);
  }

  private static Candidate one(Select.Source source, Datum value) {
    String name = source.columns().isEmpty() ? source.alias() : source.columns().get(0);
    return new Candidate(new Datum.Row(Map.of(name, value)), true);
  }

  /** The rows that a function gives, each of one value. */
  private Optional<List<Datum>> elements(Term term) {
    if (!(term instanceof Term.Call call)) {
      return Optional.empty();
    }
    List<Datum> values = call.arguments().stream().map(a -> with.of(a.value())).toList();
    String name = call.function().name();
    if (name.equals("unnest") && values.size() == 1) {
      return values.get(0) instanceof Datum.Elements list
          ? Optional.of(list.elements())
          : Optional.empty();
    }
    boolean series = name.equals("generate_series") && call.arguments().size() == 2;
    return series
        ? with.rounds(
            new Term.Range(call.arguments().get(0).value(), call.arguments().get(1).value()))
        : Optional.empty();
  }

  // ---- which rows are given

  private void combine(List<List<Candidate>> all, Map<String, Datum.Row> row, boolean sure) {
    if (tried++ > MOST) {
      complete = false;
      return;
    }
    Optional<Boolean> holds = holds(row);
    if (row.size() < all.size()) {
      if (holds.orElse(true)) {
        Select.Source source = query.sources().get(row.size());
        for (Candidate candidate : all.get(row.size())) {
          Map<String, Datum.Row> more = new LinkedHashMap<>(row);
          more.put(source.alias(), candidate.row());
          combine(all, more, sure && candidate.certain());
        }
      }
    } else if (!sure || holds.isEmpty()) {
      complete &= !holds.orElse(true);
    } else if (holds.get()) {
      met.add(with.with(row));
      if (!isAggregate()) {
        give(row);
      }
    }
  }

  /** Whether all conditions hold; false as soon as one surely does not. */
  private Optional<Boolean> holds(Map<String, Datum.Row> row) {
    Evaluation here = with.with(row);
    boolean unknown = false;
    for (Term condition : conditions) {
      Optional<Boolean> holds = here.of(condition).holds();
      if (!holds.orElse(true)) {
        return holds;
      }
      unknown |= holds.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(true);
  }

  private void give(Map<String, Datum.Row> row) {
    Evaluation here = with.with(row);
    Map<String, Datum> fields = new LinkedHashMap<>();
    for (Select.Item item : query.items()) {
      boolean unnests =
          item.value() instanceof Term.Call call && call.function().name().equals("unnest");
      if (item.star()) {
        row.forEach(
            (alias, each) -> {
              if (item.name().isEmpty() || item.name().equals(alias)) {
                each.fields().forEach(fields::putIfAbsent);
              }
            });
      } else if (unnests && query.items().size() == 1) {
        Optional<List<Datum>> elements = elements(item.value());
        complete &= elements.isPresent();
        elements.orElse(List.of()).forEach(e -> certain.add(new Datum.Row(Map.of(item.name(), e))));
        return;
      } else {
        fields.putIfAbsent(item.name(), here.of(item.value()));
      }
    }
    certain.add(new Datum.Row(fields));
  }

  // ---- aggregates

  private boolean isAggregate() {
    return query.items().stream()
        .anyMatch(
            item ->
                item.value() instanceof Term.Call call
                    && AGGREGATES.contains(call.function().name()));
  }

  /** The one row that they give. */
  private Result aggregate() {
    Map<String, Datum> fields = new LinkedHashMap<>();
    for (Select.Item item : query.items()) {
      boolean known = complete && item.value() instanceof Term.Call;
      fields.put(item.name(), known ? aggregate((Term.Call) item.value()) : Datum.Unknown.VALUE);
    }
    return new Result(List.of(new Datum.Row(fields)), true);
  }

  private Datum aggregate(Term.Call call) {
    String name = call.function().name();
    if (name.equals("count") && call.arguments().isEmpty()) {
      return new Datum.Int(met.size());
    }
    boolean collects =
        (name.equals("array_agg") && call.arguments().size() == 1)
            || (name.equals("string_agg") && call.arguments().size() == 2);
    if (!collects) {
      return Datum.Unknown.VALUE;
    } else if (met.isEmpty()) {
      return Datum.Null.VALUE;
    }
    List<Datum> values = met.stream().map(row -> row.of(call.arguments().get(0).value())).toList();
    if (name.equals("array_agg")) {
      return new Datum.Elements(values);
    }
    String separator = with.of(call.arguments().get(1).value()).written().orElse("");
    return new Datum.Text(
        values.stream()
            .flatMap(value -> value.written().stream())
            .collect(Collectors.joining(separator)));
  }
}
