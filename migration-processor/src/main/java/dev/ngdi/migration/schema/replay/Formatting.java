package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.Identifiers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts put into SQL as {@code format}, {@code quote_ident} and {@code quote_literal} do. */
final class Formatting {
  private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?([sIL%])");

  private Formatting() {}

  static Datum format(List<Datum> values) {
    if (values.isEmpty() || !(values.get(0) instanceof Datum.Text form)) {
      return Datum.Unknown.VALUE;
    }
    boolean other = PLACE.matcher(form.text()).replaceAll("").contains("%");
    if (other
        || (form.text().chars().anyMatch(c -> c >= Datum.ANYTHING && Datum.isGap((char) c))
            && values.size() > 1)) {
      return Datum.Unknown.VALUE;
    }
    StringBuilder text = new StringBuilder();
    Matcher place = PLACE.matcher(form.text());
    int next = 1;
    while (place.find()) {
      String piece = "%";
      if (!place.group(2).equals("%")) {
        next = place.group(1) == null ? next : Integer.parseInt(place.group(1));
        if (next >= values.size()) {
          return Datum.Unknown.VALUE;
        }
        piece = piece(values.get(next), place.group(2));
        next++;
      }
      place.appendReplacement(text, Matcher.quoteReplacement(piece));
    }
    place.appendTail(text);
    return new Datum.Text(text.toString());
  }

  private static String piece(Datum value, String kind) {
    return switch (kind) {
      case "I" -> identifier(value).written().orElse("");
      case "L" -> literal(value, "quote_nullable").written().orElse("");
      default -> value.written().orElse("");
    };
  }

  /** A name as it is written in SQL; of a name that is not known wholly, no more is. */
  static Datum identifier(Datum value) {
    if (!(value instanceof Datum.Text text)) {
      return value instanceof Datum.Unknown
          ? new Datum.Text("\"" + Datum.NAME + "\"")
          : value instanceof Datum.Null ? value : Datum.Unknown.VALUE;
    }
    String name = Datum.asName(text.text());
    boolean plain = text.known();
    return new Datum.Text(
        plain ? Identifiers.quote(name) : "\"" + name.replace("\"", "\"\"") + "\"");
  }

  static Datum literal(Datum value, String function) {
    if (value instanceof Datum.Null) {
      return function.equals("quote_nullable") ? new Datum.Text("NULL") : value;
    }
    String text = Datum.asName(value.written().orElse(""));
    boolean escape = text.contains("\\");
    String quoted = "'" + text.replace("'", "''").replace("\\", "\\\\") + "'";
    return new Datum.Text(escape ? " E" + quoted : quoted);
  }
}
