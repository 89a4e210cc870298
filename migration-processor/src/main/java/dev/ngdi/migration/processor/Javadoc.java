package dev.ngdi.migration.processor;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A doc comment as plain text for reviewers. */
final class Javadoc {
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@\\w[\\s\\S]*");
  private static final Pattern INLINE_CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^}]*)}");
  private static final Pattern INLINE_LINK =
      Pattern.compile("\\{@link(?:plain)?\\s+([^}\\s]+)(?:\\s+([^}]*))?}");
  private static final Pattern PARAGRAPH = Pattern.compile("\\s*<p>\\s*");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");

  private Javadoc() {}

  static String text(Optional<String> comment) {
    String text = comment.map(c -> BLOCK_TAG.matcher(c).replaceAll("")).orElse("");
    text = INLINE_CODE.matcher(text).replaceAll("`$1`");
    text =
        INLINE_LINK.matcher(text).replaceAll(m -> "`" + (m.group(2) == null ? "$1" : "$2") + "`");
    text = PARAGRAPH.matcher(text).replaceAll("\n\n");
    text = TAG.matcher(text).replaceAll("");
    return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
  }
}
