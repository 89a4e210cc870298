package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What PostgreSQL's own functions give, those that put SQL together or ask for what is there. */
final class BuiltinCalls {
  private static final Pattern PLAIN = Pattern.compile("\\^?[\\w ]*\\$?");

  private BuiltinCalls() {}

  static Datum apply(Evaluation with, Term.Call call) {
    boolean own = call.function().schema().map(s -> s.equals("pg_catalog")).orElse(true);
    if (!own || call.arguments().stream().anyMatch(a -> a.name().isPresent())) {
      return Datum.Unknown.VALUE;
    }
    List<Datum> values = call.arguments().stream().map(a -> with.of(a.value())).toList();
    String name = call.function().name();
    switch (name) {
      case "coalesce" -> {
        return coalesce(values);
      }
      case "concat" -> {
        return concat("", values);
      }
      case "concat_ws" -> {
        return values.isEmpty() || !(values.get(0) instanceof Datum.Text separator)
            ? Datum.Unknown.VALUE
            : concat(separator.text(), values.subList(1, values.size()));
      }
      case "format" -> {
        return Formatting.format(values);
      }
      case "quote_literal", "quote_nullable" -> {
        return values.size() == 1 ? Formatting.literal(values.get(0), name) : Datum.Unknown.VALUE;
      }
      default -> {
        boolean strict = values.stream().anyMatch(Datum.Null.class::isInstance);
        return strict ? Datum.Null.VALUE : strict(with, name, values);
      }
    }
  }

  private static Datum strict(Evaluation with, String name, List<Datum> values) {
    Optional<String> first = values.isEmpty() ? Optional.empty() : known(values.get(0));
    return switch (name) {
      case "quote_ident" ->
          values.size() == 1 ? Formatting.identifier(values.get(0)) : Datum.Unknown.VALUE;
      case "current_setting" ->
          first
              .filter("server_version_num"::equals)
              .<Datum>map(version -> new Datum.AtLeast(with.schema().postgres() * 10_000L))
              .orElse(Datum.Unknown.VALUE);
      case "to_regclass" -> first.map(text -> relation(with, text)).orElse(Datum.Unknown.VALUE);
      case "to_regtype" -> first.map(text -> type(with, text)).orElse(Datum.Unknown.VALUE);
      case "lower", "upper" ->
          values.size() == 1 ? cased(values.get(0), name.equals("lower")) : Datum.Unknown.VALUE;
      case "length", "char_length" ->
          first.<Datum>map(text -> new Datum.Int(text.length())).orElse(Datum.Unknown.VALUE);
      case "btrim", "trim" ->
          values.size() == 1
              ? first.<Datum>map(text -> new Datum.Text(text.strip())).orElse(Datum.Unknown.VALUE)
              : Datum.Unknown.VALUE;
      case "array_length", "array_upper", "cardinality" ->
          values.get(0) instanceof Datum.Elements list && !list.elements().isEmpty()
              ? new Datum.Int(list.elements().size())
              : Datum.Unknown.VALUE;
      case "nullif" -> values.size() == 2 ? nullIf(values) : Datum.Unknown.VALUE;
      default -> texts(values).map(texts -> ofTexts(name, texts)).orElse(Datum.Unknown.VALUE);
    };
  }

  private static Datum ofTexts(String name, List<String> texts) {
    boolean replaces = name.equals("regexp_replace") && texts.size() == 3;
    if (name.equals("replace") && texts.size() == 3 && !texts.get(1).isEmpty()) {
      return new Datum.Text(texts.get(0).replace(texts.get(1), texts.get(2)));
    } else if (replaces && PLAIN.matcher(texts.get(1)).matches() && !texts.get(2).contains("\\")) {
      String with = Matcher.quoteReplacement(texts.get(2));
      return new Datum.Text(Pattern.compile(texts.get(1)).matcher(texts.get(0)).replaceFirst(with));
    } else if (name.equals("string_to_array") && texts.size() == 2 && !texts.get(0).isEmpty()) {
      String[] parts = texts.get(0).split(Pattern.quote(texts.get(1)), -1);
      return new Datum.Elements(List.of(parts).stream().<Datum>map(Datum.Text::new).toList());
    }
    return Datum.Unknown.VALUE;
  }

  private static Optional<String> known(Datum value) {
    return value instanceof Datum.Text text && text.known()
        ? Optional.of(text.text())
        : Optional.empty();
  }

  private static Optional<List<String>> texts(List<Datum> values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> known(value).ifPresent(texts::add));
    return texts.size() == values.size() ? Optional.of(texts) : Optional.empty();
  }

  private static Datum coalesce(List<Datum> values) {
    for (Datum value : values) {
      boolean certain = !(value instanceof Datum.Null) && !(value instanceof Datum.Unknown);
      if (certain || value instanceof Datum.Unknown) {
        return value;
      }
    }
    return Datum.Null.VALUE;
  }

  private static Datum nullIf(List<Datum> values) {
    Datum equal = Operators.compare("=", values.get(0), values.get(1));
    return equal
        .holds()
        .map(same -> same ? Datum.Null.VALUE : values.get(0))
        .orElse(Datum.Unknown.VALUE);
  }

  private static Datum concat(String separator, List<Datum> values) {
    return new Datum.Text(
        values.stream()
            .flatMap(value -> value.written().stream())
            .collect(Collectors.joining(separator)));
  }

  private static Datum cased(Datum value, boolean lower) {
    return value instanceof Datum.Text text
        ? new Datum.Text(
            lower ? text.text().toLowerCase(Locale.ROOT) : text.text().toUpperCase(Locale.ROOT))
        : Datum.Unknown.VALUE;
  }

  private static Datum relation(Evaluation with, String text) {
    return Casts.name(text)
        .map(name -> answer(with.schema().inRelations(name), with))
        .orElse(Datum.Unknown.VALUE);
  }

  private static Datum type(Evaluation with, String text) {
    Optional<QualifiedName> name = Casts.name(text);
    Optional<Lookup<UserType>> lookup =
        name.filter(n -> !BuiltinTypes.NAMES.contains(n.name())).map(with.schema()::type);
    return lookup.map(found -> answer(found, with)).orElse(Datum.Unknown.VALUE);
  }

  private static Datum answer(Lookup<? extends CatalogObject> lookup, Evaluation with) {
    if (lookup.present()) {
      int oid = lookup.found().orElseThrow().oid();
      return new Datum.Oid(oid, Rendering.name(with.schema(), oid));
    }
    boolean absent =
        lookup.absent() && !with.schema().open() && !Extensions.anyUnknown(with.schema());
    return absent ? Datum.Null.VALUE : Datum.Unknown.VALUE;
  }
}
