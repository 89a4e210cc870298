package dev.ngdi.migration.benchmarks;

import java.util.Optional;

/**
 * A migration that comes after those of the portal.
 *
 * @param annotation {@code SchemaMigration} or {@code DataMigration}
 * @param name words in snake case, as the rules want them
 * @param up the statements
 * @param down the way back
 * @param accepted the rule that it accepts
 */
record PortalMigration(
    String annotation, String name, String up, String down, Optional<String> accepted) {

  static PortalMigration schema(String name, String up, String down) {
    return new PortalMigration("SchemaMigration", name, up, down, Optional.empty());
  }

  static PortalMigration data(String name, String up, String down) {
    return new PortalMigration("DataMigration", name, up, down, Optional.empty());
  }

  PortalMigration accepting(String rule) {
    return new PortalMigration(annotation, name, up, down, Optional.of(rule));
  }

  /** The class, in the portal's package. */
  String source(String id) {
    return """
        package dev.ngdi.portal.db;

        import dev.ngdi.migration.Allow;
        import dev.ngdi.migration.%1$s;

        /** The portal needs it. */
        %2$s
        @%1$s(
            up = \"""
        %3$s
                \""",
            down = \"""
        %4$s
                \""")
        final class %5$s {}
        """
        .formatted(
            annotation,
            accepted
                .map("@Allow(rule = \"%s\", because = \"the release allows it\")"::formatted)
                .orElse(""),
            up.indent(8).stripTrailing(),
            down.indent(8).stripTrailing(),
            id);
  }
}
