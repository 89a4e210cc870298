package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Versions of migrations, those that are taken and those that are not. */
final class Versions {
  private static final Pattern BEGINNING = Pattern.compile("V(\\d{14})__.*", Pattern.DOTALL);
  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private Versions() {}

  /** The version in an id, if it is a real date and time. */
  static Optional<String> of(String id) {
    Matcher matcher = BEGINNING.matcher(id);
    return matcher.matches()
        ? Optional.of(matcher.group(1)).filter(MigrationName::isVersion)
        : Optional.empty();
  }

  /** The {@code nth} free version after the subject's own, counted from 1, in steps of a second. */
  static String after(Subject subject, int nth) {
    Set<String> taken =
        subject.known().ids().stream().flatMap(id -> of(id).stream()).collect(Collectors.toSet());
    return subject
        .version()
        .map(version -> LocalDateTime.parse(version, FORMAT))
        .map(
            time ->
                Stream.iterate(time.plusSeconds(1), next -> next.plusSeconds(1))
                    .map(FORMAT::format)
                    .filter(version -> !taken.contains(version))
                    .skip(nth - 1L)
                    .findFirst()
                    .orElseThrow())
        .orElse("<yyyyMMddHHmmss>");
  }
}
