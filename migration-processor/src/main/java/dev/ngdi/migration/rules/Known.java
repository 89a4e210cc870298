package dev.ngdi.migration.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The migrations that the compiler can see, found by what two of them must not have in common. */
public final class Known {
  /** The length of {@code V<yyyyMMddHHmmss>__}. */
  private static final int NAME_START = 17;

  private final Map<String, List<String>> classNames;
  private final Map<String, List<String>> idsByBeginning = new HashMap<>();
  private final Map<String, List<String>> idsByEnding = new HashMap<>();

  private Known(Map<String, List<String>> classNames) {
    this.classNames = Map.copyOf(classNames);
    for (String id : classNames.keySet()) {
      if (id.length() >= NAME_START) {
        add(idsByBeginning, id.substring(0, NAME_START), id);
        add(idsByEnding, id.substring(NAME_START), id);
      }
    }
  }

  private static void add(Map<String, List<String>> ids, String part, String id) {
    ids.computeIfAbsent(part, unused -> new ArrayList<>(1)).add(id);
  }

  /**
   * Makes the index.
   *
   * @param classNames the class names by id; several for one id if a name is taken twice
   */
  public static Known of(Map<String, List<String>> classNames) {
    return new Known(classNames);
  }

  /** All ids, in no order. */
  Set<String> ids() {
    return classNames.keySet();
  }

  /** The binary names of the classes that have an id. */
  List<String> classNames(String id) {
    return classNames.getOrDefault(id, List.of());
  }

  /** The ids that begin with a version. */
  List<String> idsOf(String version) {
    return List.copyOf(idsByBeginning.getOrDefault("V" + version + "__", List.of()));
  }

  /** The ids whose part behind the version is such. */
  List<String> idsNamed(String name) {
    return List.copyOf(idsByEnding.getOrDefault(name, List.of()));
  }
}
