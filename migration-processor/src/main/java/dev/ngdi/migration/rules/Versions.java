package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Versions of migrations, those that are taken and those that are not. */
final class Versions {
  private Versions() {}

  /** The version in an id, if it is a real date and time. */
  static Optional<String> of(String id) {
    return MigrationName.hasVersion(id) ? Optional.of(id.substring(1, 15)) : Optional.empty();
  }

  /** The {@code nth} free version after the subject's own, counted from 1, in steps of a second. */
  static String after(Subject subject, int nth) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    Set<String> taken =
        subject.known().ids().stream().flatMap(id -> of(id).stream()).collect(Collectors.toSet());
    return subject
        .version()
        .map(version -> LocalDateTime.parse(version, format))
        .map(
            time ->
                Stream.iterate(time.plusSeconds(1), next -> next.plusSeconds(1))
                    .map(format::format)
                    .filter(version -> !taken.contains(version))
                    .skip(nth - 1L)
                    .findFirst()
                    .orElseThrow())
        .orElse("<yyyyMMddHHmmss>");
  }
}
