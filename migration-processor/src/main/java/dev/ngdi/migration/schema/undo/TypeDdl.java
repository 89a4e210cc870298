package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Types as SQL. */
final class TypeDdl {
  private TypeDdl() {}

  static List<String> create(Schema schema, UserType type) {
    if (type instanceof UserType.Domain domain) {
      return domain(schema, domain);
    }
    String head = "CREATE TYPE " + Written.name(schema, type.oid());
    if (type instanceof UserType.Enumeration enumeration) {
      return List.of(head + " AS ENUM (" + values(enumeration) + ")");
    } else if (type instanceof UserType.Composite composite) {
      String attributes =
          composite.attributes().stream()
              .map(a -> attribute(schema, a))
              .collect(Collectors.joining(", "));
      return List.of(head + " AS (" + attributes + ")");
    } else if (type instanceof UserType.Range range) {
      return List.of(head + " AS RANGE (" + Written.options(options(schema, range)) + ")");
    }
    return List.of((head + " " + ((UserType.Base) type).definition()).strip());
  }

  static String values(UserType.Enumeration enumeration) {
    return enumeration.values().stream().map(Written::quoted).collect(Collectors.joining(", "));
  }

  static String attribute(Schema schema, Column attribute) {
    return Identifiers.quote(attribute.name())
        + " "
        + Written.type(schema, attribute.type(), attribute.collation());
  }

  private static Map<String, String> options(Schema schema, UserType.Range range) {
    SortedMap<String, String> options = new TreeMap<>(range.settings().values());
    options.put("subtype", Rendering.type(schema, range.subtype()));
    return options;
  }

  private static List<String> domain(Schema schema, UserType.Domain domain) {
    StringBuilder sql =
        new StringBuilder("CREATE DOMAIN ")
            .append(Written.name(schema, domain.oid()))
            .append(" AS ")
            .append(Written.type(schema, domain.base(), domain.collation()));
    domain.defaultValue().ifPresent(d -> sql.append(" DEFAULT ").append(Written.narrow(schema, d)));
    List<Constraint> constraints = constraints(schema, domain);
    if (domain.notNull() && constraints.stream().noneMatch(c -> c.type() == Kind.NOT_NULL)) {
      sql.append(" NOT NULL");
    }
    List<String> later = new ArrayList<>();
    if (domain.defaultValue().isEmpty() && basesDefault(schema, domain).isPresent()) {
      later.add("ALTER DOMAIN " + Written.name(schema, domain.oid()) + " DROP DEFAULT");
    }
    for (Constraint constraint : constraints) {
      if (constraint.state().validated()) {
        sql.append(' ').append(ConstraintDdl.element(schema, constraint));
      } else {
        later.add(ConstraintDdl.add(schema, constraint, false));
      }
    }
    later.add(0, sql.toString());
    return later;
  }

  /** What a domain gets from the one it is made of, unless it says otherwise. */
  private static Optional<Bound> basesDefault(Schema schema, UserType.Domain domain) {
    return domain.base().dimensions() > 0
        ? Optional.empty()
        : schema
            .get(domain.base().oid(), UserType.Domain.class)
            .flatMap(UserType.Domain::defaultValue);
  }

  private static List<Constraint> constraints(Schema schema, UserType.Domain domain) {
    return schema.of(domain.oid(), Constraint.class).stream()
        .sorted(Comparator.comparingInt(Constraint::oid))
        .toList();
  }
}
