package dev.ngdi.migration.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The actions that the module's policy adds, as its source says. Good enough to accept a name;
 * whether the policy holds for it the compiler decides.
 */
public final class PolicyActions {
  private static final Pattern ACTIONS =
      Pattern.compile("\\bactions\\s*=\\s*(\\{[^}]*}|\"[^\"]*\")");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

  private PolicyActions() {}

  /**
   * Reads every {@code package-info.java}.
   *
   * @param sources the directory of the module's sources
   */
  public static Set<String> in(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .flatMap(file -> of(file).stream())
          .collect(Collectors.toSet());
    } catch (IOException e) {
      // No sources yet, or none that can be read: the compiler will say so.
      return Set.of();
    }
  }

  private static List<String> of(Path file) {
    try {
      return ACTIONS
          .matcher(Files.readString(file))
          .results()
          .map(MatchResult::group)
          .flatMap(attribute -> WORD.matcher(attribute).results())
          .map(word -> word.group(1))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
