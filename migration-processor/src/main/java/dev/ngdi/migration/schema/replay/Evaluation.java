package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes expressions with the variables of a PL/pgSQL body and the catalogue as it is known. */
final class Evaluation {
  private final Schema schema;
  private final Map<String, Datum> variables;

  /** The rows that are being looked at, by their aliases; those of an outer query first. */
  private final Map<String, Datum.Row> rows;

  Evaluation(Schema schema, Map<String, Datum> variables) {
    this(schema, variables, Map.of());
  }

  private Evaluation(Schema schema, Map<String, Datum> variables, Map<String, Datum.Row> rows) {
    this.schema = schema;
    this.variables = variables;
    this.rows = rows;
  }

  Schema schema() {
    return schema;
  }

  /** The same for one combination of rows more. */
  Evaluation with(Map<String, Datum.Row> more) {
    Map<String, Datum.Row> all = new LinkedHashMap<>(more);
    rows.forEach(all::putIfAbsent);
    return new Evaluation(schema, variables, all);
  }

  Datum of(Term term) {
    if (term instanceof Term.Text text) {
      return new Datum.Text(text.value());
    } else if (term instanceof Term.Numeric number) {
      return number(number.value());
    } else if (term instanceof Term.Bool bool) {
      return Datum.of(bool.value());
    } else if (term instanceof Term.Null) {
      return Datum.Null.VALUE;
    } else if (term instanceof Term.Name name) {
      return name(name.path());
    } else if (term instanceof Term.Operation operation) {
      return Operators.apply(this, operation);
    } else if (term instanceof Term.Call call) {
      return BuiltinCalls.apply(this, call);
    } else if (term instanceof Term.Cast cast) {
      return Casts.apply(schema, of(cast.operand()), cast.to());
    } else if (term instanceof Term.Case choice) {
      return choice(choice);
    } else if (term instanceof Term.Elements elements) {
      return new Datum.Elements(elements.elements().stream().map(this::of).toList());
    } else if (term instanceof Term.Rows query) {
      return CatalogueQuery.value(this, query);
    }
    return Datum.Unknown.VALUE;
  }

  /** What a loop goes over, one for each round; empty where that is not known. */
  Optional<List<Datum>> rounds(Term over) {
    if (over instanceof Term.Range range) {
      Datum from = of(range.from());
      Datum to = of(range.to());
      boolean few =
          from instanceof Datum.Int first
              && to instanceof Datum.Int last
              && last.value() - first.value() < 200;
      return few ? Optional.of(numbers((Datum.Int) from, (Datum.Int) to)) : Optional.empty();
    } else if (over instanceof Term.Rows query && query.use() == Term.Use.ROWS) {
      return CatalogueQuery.rows(this, query.query())
          .filter(result -> result.complete())
          .map(result -> List.<Datum>copyOf(result.certain()));
    }
    return of(over) instanceof Datum.Elements list
        ? Optional.of(list.elements())
        : Optional.empty();
  }

  /** The rounds that a loop makes for sure, in no order; the others are not known. */
  List<Datum> sureRounds(Term over) {
    return over instanceof Term.Rows query
            && query.use() == Term.Use.ROWS
            && !query.query().limited()
        ? CatalogueQuery.rows(this, query.query())
            .map(result -> List.<Datum>copyOf(result.certain()))
            .orElse(List.of())
        : List.of();
  }

  private static List<Datum> numbers(Datum.Int from, Datum.Int to) {
    List<Datum> numbers = new ArrayList<>();
    for (long i = from.value(); i <= to.value(); i++) {
      numbers.add(new Datum.Int(i));
    }
    return numbers;
  }

  private static Datum number(String text) {
    return text.length() < 18 && text.chars().allMatch(Character::isDigit)
        ? new Datum.Int(Long.parseLong(text))
        : Datum.Unknown.VALUE;
  }

  private Datum name(List<String> path) {
    if (path.size() == 1) {
      String name = path.get(0);
      for (Datum.Row row : rows.values()) {
        if (row.fields().containsKey(name)) {
          return row.field(name);
        }
      }
      return variables.getOrDefault(name, Datum.Unknown.VALUE);
    }
    Optional<Datum.Row> row = Optional.ofNullable(rows.get(path.get(path.size() - 2)));
    String field = path.get(path.size() - 1);
    if (row.isPresent()) {
      return row.get().field(field);
    }
    return variables.get(path.get(path.size() - 2)) instanceof Datum.Row record
        ? record.field(field)
        : variables.getOrDefault(String.join(".", path), Datum.Unknown.VALUE);
  }

  private Datum choice(Term.Case choice) {
    for (int i = 0; i + 1 < choice.whens().size(); i += 2) {
      Optional<Boolean> holds = of(choice.whens().get(i)).holds();
      if (holds.isEmpty()) {
        return Datum.Unknown.VALUE;
      } else if (holds.get()) {
        return of(choice.whens().get(i + 1));
      }
    }
    return of(choice.otherwise());
  }
}
