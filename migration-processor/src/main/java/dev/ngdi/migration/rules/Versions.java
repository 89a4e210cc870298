package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Versions that nobody has taken. */
final class Versions {
  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final int BEGIN = 1;
  private static final int END = 15;

  private Versions() {}

  /** The {@code nth} free version after the subject's own, counted from 1, in steps of a second. */
  static String after(Subject subject, int nth) {
    Set<String> taken =
        subject.others().keySet().stream()
            .filter(id -> id.length() > END)
            .map(id -> id.substring(BEGIN, END))
            .collect(Collectors.toSet());
    return subject
        .name()
        .map(MigrationName::version)
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
