package dev.ngdi.migration.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The manifest in its form for reading: Markdown that a reviewer gets through in ten minutes. */
public final class ManifestPage {
  private static final int LONGEST_SCRIPT = 120;
  private static final int SHOWN_OF_LONGER = 30;

  private ManifestPage() {}

  /** The page of a whole manifest. */
  public static String of(Manifest manifest) {
    return of(manifest, manifest.migrations());
  }

  /**
   * The page of a part of a manifest.
   *
   * @param shown the migrations to show, in order
   */
  public static String of(Manifest manifest, List<DeclaredMigration> shown) {
    StringBuilder page = new StringBuilder("# Migrations\n\n");
    page.append(
        "%s, for PostgreSQL %d and newer. Digest of all: `%s`.\n"
            .formatted(
                count(manifest.migrations().size(), shown.size()),
                manifest.postgres(),
                manifest.sha256()));
    if (!shown.isEmpty()) {
      page.append("\n| migration | type | runs | blocks | way back |\n|---|---|---|---|---|\n");
      shown.forEach(m -> page.append(row(m)));
    }
    shown.forEach(m -> page.append('\n').append(section(m)));
    return page.toString();
  }

  private static String count(int all, int shown) {
    String total = all == 1 ? "1 migration" : all + " migrations";
    return shown == all ? total : shown + " of " + total;
  }

  private static String row(DeclaredMigration m) {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(m.id(), type(m), runs(m), LockTable.summary(m), wayBack(m));
  }

  private static String type(DeclaredMigration m) {
    String type = m.type().name().toLowerCase(Locale.ROOT);
    return m.environments().isEmpty() ? type : type + " for " + String.join(", ", m.environments());
  }

  private static String runs(DeclaredMigration m) {
    return m.transactional() ? "in a transaction" : "**without a transaction**";
  }

  private static String wayBack(DeclaredMigration m) {
    return switch (m.reversibility().kind()) {
      case EXACT -> "exact";
      case LOSSY -> "**loses data**";
      case UNPROVEN -> "unproven";
      case IRREVERSIBLE -> "**none**";
    };
  }

  private static String section(DeclaredMigration m) {
    StringBuilder section = new StringBuilder("## " + m.id() + "\n\n" + m.documentation() + "\n");
    m.irreversible().ifPresent(reason -> section.append("\n**Irreversible:** " + reason + "\n"));
    for (Acceptance acceptance : m.accepted()) {
      section.append(
          "\n**Accepted:** `%s`: %s\n".formatted(acceptance.rule(), acceptance.because()));
    }
    if (m.reversibility().kind() != Reversibility.Kind.IRREVERSIBLE) {
      m.reversibility().notes().forEach(note -> section.append("\n**Way back:** " + note + "\n"));
    }
    m.up().ifPresent(sql -> section.append(script("Up", sql)));
    m.down().ifPresent(sql -> section.append(script("Down", sql)));
    m.code()
        .ifPresent(
            code ->
                section.append(
                    "\nJava code, source `%s`%s\n"
                        .formatted(code.sha256(), code.down() ? ", both ways" : "")));
    m.verify().ifPresent(sql -> section.append(fence("Verify", sql.strip(), Optional.empty())));
    return section.toString();
  }

  private static String script(String label, Sql sql) {
    String text = sql.text().strip();
    List<String> lines = text.lines().toList();
    String heading = label + sql.file().map(f -> ", from `" + f + "`").orElse("");
    if (lines.size() <= LONGEST_SCRIPT) {
      return fence(heading, text, Optional.empty()) + LockTable.of(sql);
    }
    String shown = lines.stream().limit(SHOWN_OF_LONGER).collect(Collectors.joining("\n"));
    return fence(
            heading,
            shown,
            Optional.of(
                "… and %d more lines; %d statements in all, SHA-256 `%s`"
                    .formatted(
                        lines.size() - SHOWN_OF_LONGER, sql.statements().size(), sql.sha256())))
        + LockTable.of(sql);
  }

  private static String fence(String label, String sql, Optional<String> after) {
    String mark = sql.contains("```") ? "````" : "```";
    return "\n%s:\n%ssql\n%s\n%s\n%s"
        .formatted(label, mark, sql, mark, after.map(a -> a + "\n").orElse(""));
  }
}
