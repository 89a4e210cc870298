package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Of which type, and with which collation, the values in a query's result are. */
final class ValueTypes {
  private static final Set<String> COLLATABLE = Set.of("text", "varchar", "bpchar", "name");
  private static final String OF_NAMES = "\"C\"";

  /**
   * A type as it is in a value.
   *
   * @param collation what the value is sorted by, where it is not the type's own; as SQL
   * @param mixed whether what it was computed from has several collations
   */
  record Typed(TypeRef type, String collation, boolean mixed) {
    static final Typed UNKNOWN = of(TypeRef.UNKNOWN);

    static Typed of(TypeRef type) {
      return new Typed(type, "", false);
    }
  }

  private final Work work;
  private final Function<List<String>, Typed> columns;

  /** For a level of a query whose columns are found by their names with what qualifies them. */
  ValueTypes(Work work, Function<List<String>, Typed> columns) {
    this.work = work;
    this.columns = columns;
  }

  /** The type; {@code unknown} for a string that has none yet. */
  Typed of(Value value) {
    Typed typed = find(value);
    return typed.mixed() ? Typed.UNKNOWN : typed;
  }

  private Typed find(Value value) {
    if (value instanceof Value.Constant constant) {
      return Typed.of(TypeRef.of(constant.type()));
    } else if (value instanceof Value.Column column) {
      return columns.apply(column.path());
    } else if (value instanceof Value.Cast cast) {
      return collated(new Types(work).find(cast.to()).type(), List.of(find(cast.operand())));
    } else if (value instanceof Value.Choice choice) {
      return choice(choice.among().stream().map(this::find).toList());
    } else if (value instanceof Value.Operation operation) {
      Typed left = find(operation.left());
      Typed right = find(operation.right());
      return collated(
          Operations.result(based(left), operation.operator(), based(right)), List.of(left, right));
    } else if (value instanceof Value.Call call) {
      return call(call);
    }
    return Typed.UNKNOWN;
  }

  private Typed choice(List<Typed> among) {
    if (among.isEmpty()) {
      return Typed.UNKNOWN;
    }
    boolean same = among.stream().map(Typed::type).distinct().count() == 1;
    TypeRef common = among.get(0).type();
    for (Typed other : among.subList(1, among.size())) {
      common = same ? common : Operations.common(flat(common), flat(other.type()));
    }
    boolean untyped = common.equals(TypeRef.of("unknown"));
    return collated(untyped ? TypeRef.of("text") : common, among);
  }

  private Typed call(Value.Call call) {
    String name = call.function().name();
    List<Typed> arguments = call.arguments().stream().map(this::find).toList();
    List<Routine> own = work.schema().routines(call.function());
    boolean builtin =
        FunctionTypes.has(name)
            && call.function().schema().map(s -> s.equals("pg_catalog")).orElse(true);
    if (!own.isEmpty()) {
      return builtin ? Typed.UNKNOWN : routine(own, arguments);
    }
    if (!builtin || work.schema().unsure(name)) {
      return Typed.UNKNOWN;
    }
    TypeRef result =
        switch (name) {
          case "nullif" -> arguments.size() == 2 ? nullIf(arguments) : TypeRef.UNKNOWN;
          case "array" -> array(choice(arguments).type());
          default ->
              FunctionTypes.result(name, arguments.stream().map(this::based).toList())
                  .orElse(TypeRef.UNKNOWN);
        };
    return collated(result, arguments);
  }

  private static TypeRef array(TypeRef element) {
    return element.known() && element.dimensions() == 0
        ? Operations.arrayOf(element)
        : TypeRef.UNKNOWN;
  }

  private TypeRef nullIf(List<Typed> arguments) {
    TypeRef first = arguments.get(0).type();
    TypeRef based = based(arguments.get(0));
    boolean varying = based.builtin().equals("varchar") || based.builtin().equals("name");
    boolean same = Operations.common(based, based(arguments.get(1))).equals(based);
    return varying || !same || first.equals(TypeRef.of("unknown")) ? TypeRef.UNKNOWN : flat(first);
  }

  private Typed routine(List<Routine> own, List<Typed> arguments) {
    List<Routine> fitting =
        own.stream().filter(r -> Signatures.accepts(r, arguments.size())).toList();
    if (fitting.size() != 1 || !fitting.get(0).kind().equals("FUNCTION")) {
      return Typed.UNKNOWN;
    }
    Routine routine = fitting.get(0);
    boolean plain =
        !routine.returnsTable()
            && routine.arguments().stream().allMatch(a -> a.mode().equals("IN"));
    TypeRef returns = routine.returns().orElse(TypeRef.UNKNOWN);
    boolean real = plain && !BuiltinTypes.PSEUDO.contains(returns.builtin());
    return real ? collated(returns, arguments) : Typed.UNKNOWN;
  }

  /** A type without modifiers; for a domain what it is based on. */
  private TypeRef based(Typed typed) {
    return Signatures.plain(flat(typed.type()));
  }

  private TypeRef flat(TypeRef type) {
    return flat(work, type);
  }

  private static TypeRef flat(Work work, TypeRef type) {
    Optional<UserType.Domain> domain =
        type.dimensions() > 0
            ? Optional.empty()
            : work.schema().get(type.oid(), UserType.Domain.class);
    return domain.map(d -> flat(work, d.base())).orElse(type);
  }

  /** A domain only where both are of it. */
  private static TypeRef common(Work work, TypeRef one, TypeRef other) {
    return one.equals(other) ? one : Operations.common(flat(work, one), flat(work, other));
  }

  /** A result with the collation that it gets from what it is computed from. */
  private Typed collated(TypeRef result, List<Typed> from) {
    if (result.dimensions() > 0 || !COLLATABLE.contains(flat(result).builtin())) {
      return Typed.of(result);
    }
    Set<String> collations =
        from.stream().map(this::collation).filter(c -> !c.isEmpty()).collect(Collectors.toSet());
    boolean mixed = collations.size() > 1 || from.stream().anyMatch(Typed::mixed);
    String collation = collations.isEmpty() ? "" : collations.iterator().next();
    boolean own = result.builtin().equals("name") && collation.equals(OF_NAMES);
    return new Typed(result, own ? "" : collation, mixed);
  }

  private String collation(Typed typed) {
    boolean name = typed.type().dimensions() == 0 && based(typed).builtin().equals("name");
    return name && typed.collation().isEmpty() ? OF_NAMES : typed.collation();
  }

  /** The columns of two united queries, as far as both have them. */
  static List<Resolution.Output> united(
      Work work, List<Resolution.Output> first, List<Resolution.Output> second) {
    List<Resolution.Output> united = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Resolution.Output one = first.get(i);
      Resolution.Output two = i < second.size() ? second.get(i) : one;
      boolean sorted = one.collation().equals(two.collation());
      TypeRef common = sorted ? common(work, one.type(), two.type()) : TypeRef.UNKNOWN;
      boolean untyped = common.equals(TypeRef.of("unknown"));
      united.add(
          new Resolution.Output(
              one.name(), untyped ? TypeRef.of("text") : common, one.collation()));
    }
    return united;
  }

  /** A query's columns when it is done: strings without a type are texts. */
  static List<Resolution.Output> decided(List<Resolution.Output> outputs) {
    return outputs.stream()
        .map(o -> o.type().equals(TypeRef.of("unknown")) ? o.withType(TypeRef.of("text")) : o)
        .toList();
  }
}
