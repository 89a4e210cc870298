package dev.ngdi.migration.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the names of new objects against the patterns of the policy. */
final class ObjectNaming implements Rule {
  @Override
  public String summary() {
    return "a name that is not as the policy's `names` say; nothing where it says none";
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<NamePattern> patterns = subject.policy().names();
    return patterns.isEmpty()
        ? List.of()
        : NewName.in(subject).stream().flatMap(name -> finding(patterns, name)).toList();
  }

  private static Stream<Finding> finding(List<NamePattern> all, NewName name) {
    List<NamePattern> patterns = NamePattern.of(all, name.kind());
    if (patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.accepts(name))) {
      return Stream.empty();
    }
    String wanted =
        patterns.stream()
            .map(pattern -> "`" + pattern.pattern() + "`")
            .collect(Collectors.joining(" or "));
    String instead =
        patterns.stream()
            .flatMap(pattern -> pattern.onlyName(name).stream())
            .findFirst()
            .orElseGet(() -> "a name that matches " + wanted);
    return Stream.of(
        Finding.at(
            Part.UP,
            name.change().statement(),
            "the %s `%s` is not named as the policy says: %s"
                .formatted(name.kind().words(), name.name(), wanted),
            instead));
  }
}
