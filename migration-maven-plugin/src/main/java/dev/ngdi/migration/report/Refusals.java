package dev.ngdi.migration.report;

import dev.ngdi.migration.engine.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Everything that stands in the way, each with what to do about it. */
final class Refusals {
  private Refusals() {}

  static List<String> lines(List<Refusal> refusals) {
    List<String> lines = new ArrayList<>();
    for (Refusal refusal : refusals) {
      lines.addAll(lines(refusal));
    }
    return lines;
  }

  private static List<String> lines(Refusal refusal) {
    List<String> lines = new ArrayList<>();
    String about =
        refusal
            .id()
            .filter(id -> !refusal.message().contains(id))
            .map(id -> "`" + id + "`: ")
            .orElse("");
    lines.add("  [%s] %s%s".formatted(refusal.code(), about, refusal.message()));
    lines.addAll(Text.indented(refusal.whatToDo(), 6, Integer.MAX_VALUE));
    return lines;
  }
}
