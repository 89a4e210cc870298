package dev.ngdi.migration.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of {@code docs/rules}: what it says first, and its examples.
 *
 * @param id its title
 * @param summary its second line of text
 * @param text all of it
 * @param examples its examples in order
 */
record RulePage(Path file, String id, String summary, String text, List<Example> examples) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "(?ms)^```(\\w+) (\\S+)( without-source-path)?\\n(.*?)^```\\n"
              + "(?:\\n```text error\\n(.*?)^```\\n)?");

  /**
   * An example.
   *
   * @param safe whether nothing is to be found in it
   * @param java the sources
   * @param files the SQL files that the sources name
   * @param sourcePath whether the compiler is told where sources are
   * @param error what the compiler is to print for it
   */
  record Example(
      boolean safe, String java, List<SqlFile> files, boolean sourcePath, String error) {}

  /** A file among the resources of an example. */
  record SqlFile(String name, String sql) {}

  static RulePage read(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> lines = text.lines().toList();
    return new RulePage(
        file, lines.get(0).replaceFirst("^# ", ""), lines.get(2), text, examples(text));
  }

  private static List<Example> examples(String text) {
    List<Example> examples = new ArrayList<>();
    List<SqlFile> files = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(1).equals("sql")) {
        files.add(new SqlFile(block.group(2), block.group(4)));
      } else if (block.group(1).equals("java")) {
        String error = block.group(5) == null ? "" : block.group(5);
        boolean safe = block.group(2).equals("safe");
        boolean sourcePath = block.group(3) == null;
        examples.add(new Example(safe, block.group(4), List.copyOf(files), sourcePath, error));
        files.clear();
      }
    }
    return List.copyOf(examples);
  }

  boolean has(String heading) {
    return text.contains("\n## " + heading + "\n");
  }

  /** The page with what the compiler prints now in its error blocks. */
  String withErrors(List<String> errors) {
    StringBuilder updated = new StringBuilder();
    Matcher block = BLOCK.matcher(text);
    int next = 0;
    int end = 0;
    while (block.find()) {
      if (block.group(1).equals("java")) {
        String error = errors.get(next++);
        updated.append(text, end, block.end(4)).append("```\n");
        if (!error.isEmpty()) {
          updated.append("\n```text error\n").append(error).append("```\n");
        }
        end = block.end();
      }
    }
    return updated.append(text.substring(end)).toString();
  }
}
