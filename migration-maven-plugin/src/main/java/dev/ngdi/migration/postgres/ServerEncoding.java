package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** Whether a database that is not in UTF-8 can hold the characters of the scripts. */
final class ServerEncoding {
  private static final Pattern BYTES = Pattern.compile("0x[0-9a-f]{2}(?: 0x[0-9a-f]{2})*");
  private static final String UNREPRESENTABLE = "22P05";
  private static final int MOST = 20;

  private final Plan plan;
  private final Session session;
  private final String encoding;

  private ServerEncoding(Plan plan, Session session, String encoding) {
    this.plan = plan;
    this.session = session;
    this.encoding = encoding;
  }

  /** Of a database in UTF-8 nothing is asked. */
  static ServerEncoding of(Plan plan, Session session) throws SQLException {
    String encoding =
        session.connection().unwrap(PGConnection.class).getParameterStatus("server_encoding");
    return new ServerEncoding(plan, session, encoding == null ? "UTF8" : encoding);
  }

  /** One for each migration that has characters which the database cannot hold. */
  List<Refusal> refusals() throws SQLException {
    if (encoding.equals("UTF8") || encoding.equals("SQL_ASCII")) {
      return List.of();
    }
    Map<String, String> characters = new LinkedHashMap<>();
    Set<Integer> all = new TreeSet<>();
    for (Step step : plan.steps()) {
      Set<Integer> own = characters(step);
      all.addAll(own);
      characters.put(step.id(), text(own));
    }
    String missing = missing(all);
    return characters.entrySet().stream()
        .flatMap(entry -> refusal(entry.getKey(), entry.getValue(), missing).stream())
        .toList();
  }

  private Optional<Refusal> refusal(String id, String characters, String missing) {
    String lacking =
        text(characters.codePoints().filter(c -> missing.indexOf(c) >= 0).boxed().toList());
    return lacking.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "encoding-lacks-characters",
                id,
                "the database is in " + encoding + ", which does not have " + named(lacking),
                "write it without them, or move to a database that is made with `ENCODING"
                    + " 'UTF8'`"));
  }

  List<String> remarks() {
    return encoding.equals("UTF8") || plan.steps().stream().allMatch(s -> characters(s).isEmpty())
        ? List.of()
        : List.of(
            encoding.equals("SQL_ASCII")
                ? "the database is in SQL_ASCII, which keeps the bytes of the scripts' characters"
                    + " outside ASCII as they come, in UTF-8"
                : "the database is in "
                    + encoding
                    + ", to which the scripts' characters outside ASCII are converted");
  }

  /** Those outside ASCII of all that is sent: what runs, and the way back, which is recorded. */
  private static Set<Integer> characters(Step step) {
    Set<Integer> found = new TreeSet<>();
    step.script()
        .ifPresent(sql -> sql.statements().forEach(span -> collect(sql.textOf(span), found)));
    if (step instanceof Step.Apply apply) {
      apply.migration().down().map(Sql::text).ifPresent(text -> collect(text, found));
      apply.migration().verify().ifPresent(text -> collect(text, found));
    }
    return found;
  }

  private static void collect(String text, Set<Integer> found) {
    text.codePoints().filter(c -> c > 127).forEach(found::add);
  }

  private static String text(Iterable<Integer> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::appendCodePoint);
    return text.toString();
  }

  /** The server converts all of them at once, and names the first that it cannot convert. */
  private String missing(Set<Integer> characters) throws SQLException {
    StringBuilder missing = new StringBuilder();
    Set<Integer> left = new TreeSet<>(characters);
    while (!left.isEmpty() && missing.length() < MOST) {
      Optional<Integer> first = firstMissing(text(left)).filter(left::contains);
      if (first.isEmpty()) {
        break;
      }
      missing.appendCodePoint(first.get());
      left.remove(first.get());
    }
    return missing.toString();
  }

  private Optional<Integer> firstMissing(String text) throws SQLException {
    try {
      session.list(
          "SELECT pg_catalog.convert(?, 'UTF8', pg_catalog.getdatabaseencoding())",
          row -> "",
          (Object) text.getBytes(StandardCharsets.UTF_8));
      return Optional.empty();
    } catch (SQLException e) {
      Matcher bytes = BYTES.matcher(Errors.message(e));
      return UNREPRESENTABLE.equals(e.getSQLState()) && bytes.find()
          ? Optional.of(decode(bytes.group()))
          : Optional.empty();
    }
  }

  private static int decode(String hexadecimal) {
    String[] parts = hexadecimal.split(" ", -1);
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i].substring(2), 16);
    }
    return new String(bytes, StandardCharsets.UTF_8).codePointAt(0);
  }

  private static String named(String characters) {
    return String.join(
        ", ",
        characters
            .codePoints()
            .mapToObj(
                c ->
                    "`"
                        + Character.toString(c)
                        + "` (U+"
                        + String.format(Locale.ROOT, "%04X", c)
                        + ")")
            .toList());
  }
}
