package dev.ngdi.migration.rules;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The other migrations that have something in common with a subject. */
final class Duplicates {
  private Duplicates() {}

  /** The class names of the others among those with such ids, in alphabetical order. */
  static SortedSet<String> of(Subject subject, List<String> ids) {
    return ids.stream()
        .flatMap(id -> subject.known().classNames(id).stream())
        .filter(name -> !name.equals(subject.className()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The name with the next free version, so that no two of them propose the same. */
  static String renamed(Subject subject, SortedSet<String> others, String name) {
    int earlier = others.headSet(subject.className()).size();
    return NameProposal.declaration(Versions.after(subject, earlier + 1), name);
  }

  /** The class names as a sentence has them: {@code `a`, `b`}. */
  static String listed(SortedSet<String> classNames) {
    return classNames.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
