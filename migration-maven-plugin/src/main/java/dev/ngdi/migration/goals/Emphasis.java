package dev.ngdi.migration.goals;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fusesource.jansi.Ansi;

/**
 * What stands out on a terminal. Used sparingly, and never for what is not said in words; without
 * it a text stays as it is. What a goal fails with is set off by Maven itself.
 *
 * @param shown whether it is a terminal that shows it
 */
record Emphasis(boolean shown) {
  private static final Pattern COMMAND = Pattern.compile("`mvn [^`]*`");
  private static final String GREEN = "\u001b[32m";
  private static final String STRONG = "\u001b[1m";
  private static final String RED = "\u001b[1;31m";
  private static final String PLAIN = "\u001b[0m";

  /**
   * As Maven has it: {@code -Dstyle.color}, {@code --batch-mode} and {@code --log-file} are heeded.
   *
   * @param userProperties what {@code -D} says
   * @param environment the environment's variables
   * @param terminal whether what is printed is seen at once
   */
  static Emphasis of(
      Map<String, String> userProperties, Map<String, String> environment, boolean terminal) {
    boolean always = userProperties.getOrDefault("style.color", "").equals("always");
    boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Emphasis(isMavenColoured() && (always || (terminal && !unwanted)));
  }

  /** Whether what is printed is seen at once. */
  @SuppressWarnings("SystemConsoleNull") // From Java 22 on there is one in any case, and it says.
  static boolean isTerminal() {
    var console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  // Of the library that Maven 3 shares with plugins, Maven 4 has this class only.
  private static boolean isMavenColoured() {
    try {
      return Ansi.isEnabled();
    } catch (LinkageError e) {
      return false;
    }
  }

  /** Something is done. */
  String done(String line) {
    return in(GREEN, line);
  }

  /** Something failed. */
  String failed(String line) {
    return in(RED, line);
  }

  /** The commands in a line. */
  String commands(String line) {
    return COMMAND
        .matcher(line)
        .replaceAll(command -> Matcher.quoteReplacement(in(STRONG, command.group())));
  }

  private String in(String style, String text) {
    return shown ? style + text + PLAIN : text;
  }
}
