package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import java.util.ArrayList;
import java.util.List;

/** In what the values of an enum differ. */
final class EnumValues {
  private EnumValues() {}

  /** What is said of the type. */
  interface Sentence {
    String of(Described type);
  }

  static List<Sentence> compare(Schema expected, int before, Schema actual, int now) {
    List<String> were = values(expected, before);
    List<String> are = values(actual, now);
    List<Sentence> sentences = new ArrayList<>();
    for (String value : are) {
      if (!were.contains(value)) {
        sentences.add(type -> Sentences.value(type, value, true));
      }
    }
    for (String value : were) {
      if (!are.contains(value)) {
        sentences.add(type -> Sentences.value(type, value, false));
      }
    }
    if (sentences.isEmpty()) {
      sentences.add(type -> "the values of `" + type.name() + "` are in another order");
    }
    return sentences;
  }

  private static List<String> values(Schema schema, int oid) {
    return schema
        .get(oid, UserType.Enumeration.class)
        .map(UserType.Enumeration::values)
        .orElse(List.of());
  }
}
