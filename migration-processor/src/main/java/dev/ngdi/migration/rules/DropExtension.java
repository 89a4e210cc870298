package dev.ngdi.migration.rules;

import java.util.List;

/** Refuses to drop an extension without a word on who has stopped using it. */
final class DropExtension implements Rule {
  @Override
  public String summary() {
    return "dropping an extension with everything that it brought";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Dropped.in(subject, "EXTENSION").stream()
        .map(
            dropped ->
                dropped.finding(
                    "the functions, types and operators of `%s` are gone, and a release that uses one fails"
                        .formatted(dropped.name().sql()),
                    "first a release that uses none of them, then this migration"))
        .toList();
  }
}
