package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import java.util.SortedMap;

/** Describes types and routines. */
final class DescribingTypes {
  private DescribingTypes() {}

  static void add(Schema schema, UserType type, SortedMap<String, Property> properties) {
    if (type instanceof UserType.Enumeration enumeration) {
      properties.put("values", Property.of(TypeDdl.values(enumeration)));
    } else if (type instanceof UserType.Composite composite) {
      String attributes =
          String.join(
              ", ",
              composite.attributes().stream().map(a -> TypeDdl.attribute(schema, a)).toList());
      properties.put("attributes", Property.of(attributes));
    } else if (type instanceof UserType.Domain domain) {
      properties.put("type", Property.of(Rendering.type(schema, domain.base())));
      Describing.put(properties, "collation", domain.collation());
      Describing.put(properties, "not null", domain.notNull() ? "NOT NULL" : "");
      domain
          .defaultValue()
          .map(d -> Written.sql(schema, d))
          .filter(sql -> !Likeness.isNull(sql))
          .ifPresent(sql -> properties.put("default", Property.expression(sql)));
    } else if (type instanceof UserType.Range range) {
      properties.put("subtype", Property.of(Rendering.type(schema, range.subtype())));
      Describing.addSettings(range.settings().values(), properties);
    } else if (type instanceof UserType.Base base) {
      properties.put("definition", Property.expression(base.definition()));
    }
  }

  static void add(Schema schema, Routine routine, SortedMap<String, Property> properties) {
    Describing.put(properties, "arguments", RoutineDdl.arguments(schema, routine));
    Describing.put(properties, "result", RoutineDdl.returns(schema, routine).strip());
    properties.put("language", Property.of(routine.language()));
    if (routine.atomic().isPresent()) {
      properties.put("body", Property.expression(Written.sql(schema, routine.atomic().get())));
    } else {
      properties.put("body", Property.of(routine.body()));
    }
    Describing.addSettings(routine.settings().values(), properties);
  }
}
