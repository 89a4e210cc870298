package dev.ngdi.migration.schema;

import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What something unreadable may have touched.
 *
 * @param everything whether that can be anything
 * @param names the names of what it may have made, changed or dropped, in any schema
 * @param parts what such names contain, where no more is known of them
 * @param objects the numbers of objects that it may have changed or dropped
 */
record Unknowns(boolean everything, PSet<String> names, PSet<String> parts, PSet<Integer> objects) {
  static final Unknowns NONE =
      new Unknowns(false, HashTreePSet.empty(), HashTreePSet.empty(), HashTreePSet.empty());

  boolean has(String name) {
    return everything || names.contains(name) || parts.stream().anyMatch(name::contains);
  }
}
