package dev.ngdi.migration.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is rarely said of an object: storage parameters and the like, by name. What is as PostgreSQL
 * makes it by itself is not among them.
 */
public record Settings(SortedMap<String, String> values) {
  /** Nothing said. */
  public static final Settings NONE = new Settings(new TreeMap<>());

  public Settings {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** The value of a setting. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The same with another value of one setting. */
  public Settings with(String name, String value) {
    SortedMap<String, String> changed = new TreeMap<>(values);
    changed.put(name, value);
    return new Settings(changed);
  }

  /** The same with other values of some settings, each below a prefix. */
  public Settings withAll(String prefix, Map<String, String> more) {
    SortedMap<String, String> changed = new TreeMap<>(values);
    more.forEach((name, value) -> changed.put(prefix + name, value));
    return new Settings(changed);
  }

  /** The same without one setting. */
  public Settings without(String name) {
    SortedMap<String, String> changed = new TreeMap<>(values);
    changed.remove(name);
    return new Settings(changed);
  }
}
