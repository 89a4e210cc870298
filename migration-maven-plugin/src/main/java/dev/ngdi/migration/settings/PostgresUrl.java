package dev.ngdi.migration.settings;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL URL taken apart, so that what is shown and stored holds no secret.
 *
 * @param location where the database is, without any parameter: {@code
 *     jdbc:postgresql://host:5432/portal}
 * @param parameters the driver's parameters as they stand after the question mark; may be empty
 * @param credentials the user and password that stood in the URL
 * @param schema the schema that stood in it, as {@code currentSchema} or {@code schema}
 */
record PostgresUrl(
    String location, String parameters, Credentials credentials, Optional<String> schema) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(jdbc:)?postgres(?:ql)?:(?://(?:([^/?#]*)@)?([^/?#@]*)(?:/([^?#]*))?|/?([^/?#@]*))"
              + "(?:\\?(.*))?");

  /** The names that libpq gives to parameters, where the driver has others. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout",
          "target_session_attrs", "targetServerType");

  /**
   * Takes apart {@code jdbc:postgresql://…} as well as {@code postgres://user:password@host/name}.
   *
   * @param source where the text comes from, for the message
   * @throws GoalException if it is neither; the message does not repeat the text
   */
  static PostgresUrl parse(String text, String source) throws GoalException {
    Matcher shape = SHAPE.matcher(text.strip());
    if (!shape.matches() || path(shape).contains("@")) {
      throw new GoalException(
          """
          %s does not hold the URL of a PostgreSQL database
          write `jdbc:postgresql://host:5432/database` or `postgres://user@host:5432/database`; \
          in a user or a password `/`, `?` and `#` are written `%%2F`, `%%3F` and `%%23`"""
              .formatted(source));
    }
    Parameters parameters = new Parameters();
    for (String one : Optional.ofNullable(shape.group(6)).orElse("").split("&", -1)) {
      parameters.add(one);
    }
    String[] userInfo = Optional.ofNullable(shape.group(2)).orElse("").split(":", 2);
    Credentials inUrl =
        new Credentials(
            decoded(userInfo[0]), userInfo.length < 2 ? Optional.empty() : decoded(userInfo[1]));
    return new PostgresUrl(
        location(shape),
        String.join("&", parameters.kept),
        new Credentials(
            inUrl.user().or(() -> parameters.user), inUrl.password().or(() -> parameters.password)),
        parameters.schema);
  }

  /** The URL for the driver. */
  String jdbc() {
    return parameters.isEmpty() ? location : location + "?" + parameters;
  }

  private static String path(Matcher shape) {
    return Optional.ofNullable(shape.group(4))
        .or(() -> Optional.ofNullable(shape.group(5)))
        .orElse("");
  }

  private static String location(Matcher shape) {
    String host = shape.group(3);
    return host == null
        ? "jdbc:postgresql:" + path(shape)
        : "jdbc:postgresql://" + host + "/" + path(shape);
  }

  private static Optional<String> decoded(String text) {
    // A plus is a plus in a URL; only in a form is it a space.
    return Settings.nonBlank(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /** Sorts the parameters of a URL into those for the driver and those for us. */
  private static final class Parameters {
    private final List<String> kept = new ArrayList<>();
    private Optional<String> user = Optional.empty();
    private Optional<String> password = Optional.empty();
    private Optional<String> schema = Optional.empty();

    void add(String parameter) {
      String[] parts = parameter.split("=", 2);
      Optional<String> value = parts.length < 2 ? Optional.empty() : decoded(parts[1]);
      switch (parts[0]) {
        case "user" -> user = value;
        case "password" -> password = value;
        case "schema", "currentSchema" -> schema = value.map(v -> v.split(",", 2)[0]);
        case "" -> {}
        default ->
            kept.add(
                DRIVER_NAMES.getOrDefault(parts[0], parts[0])
                    + value
                        .map(v -> "=" + URLEncoder.encode(v, StandardCharsets.UTF_8))
                        .orElse(""));
      }
    }
  }
}
