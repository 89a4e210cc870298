package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.Reversibility;
import dev.ngdi.migration.model.Reversibility.Kind;
import dev.ngdi.migration.rules.Change;
import dev.ngdi.migration.rules.Timeline;
import dev.ngdi.migration.schema.undo.Difference;
import java.util.List;
import java.util.stream.Stream;

/** How far a migration can be taken back, for the manifest. */
final class WayBackClass {
  private WayBackClass() {}

  static Reversibility of(Declaration declaration, Timeline timeline) {
    if (declaration.irreversible().isPresent()) {
      return new Reversibility(Kind.IRREVERSIBLE, List.of(declaration.irreversible().get()));
    }
    if (declaration.code()) {
      return new Reversibility(Kind.UNPROVEN, List.of("what Java code does is not known"));
    }
    List<String> unproven = unproven(timeline);
    if (!unproven.isEmpty()) {
      return new Reversibility(Kind.UNPROVEN, unproven);
    }
    List<String> losses = timeline.losses();
    return losses.isEmpty()
        ? new Reversibility(Kind.EXACT, List.of())
        : new Reversibility(
            Kind.LOSSY, losses.stream().map(loss -> "it does not bring back " + loss).toList());
  }

  private static List<String> unproven(Timeline timeline) {
    Stream<String> unknown =
        Stream.concat(timeline.up().stream(), timeline.down().stream())
            .map(Change::unproven)
            .flatMap(List::stream)
            .map(what -> "it is not known " + what);
    Stream<String> different = timeline.differences().stream().map(Difference::sentence);
    return Stream.concat(unknown, different).distinct().toList();
  }
}
