package dev.ngdi.migration.model;

import java.util.List;
import java.util.Locale;
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
    page.append(count(manifest.migrations().size(), shown.size()))
        .append(", for PostgreSQL ")
        .append(manifest.postgres())
        .append(" and newer. Digest of all: `")
        .append(manifest.sha256())
        .append("`.\n");
    if (!shown.isEmpty()) {
      page.append("\n| migration | type | runs | blocks | way back |\n|---|---|---|---|---|\n");
      for (DeclaredMigration migration : shown) {
        addRow(page, migration);
      }
    }
    for (DeclaredMigration migration : shown) {
      addSection(page.append('\n'), migration);
    }
    return page.toString();
  }

  private static String count(int all, int shown) {
    String total = all == 1 ? "1 migration" : all + " migrations";
    return shown == all ? total : shown + " of " + total;
  }

  private static void addRow(StringBuilder page, DeclaredMigration m) {
    page.append("| ").append(m.id());
    page.append(" | ").append(type(m));
    page.append(" | ").append(runs(m));
    page.append(" | ").append(LockTable.summary(m));
    page.append(" | ").append(wayBack(m)).append(" |\n");
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

  private static void addSection(StringBuilder page, DeclaredMigration m) {
    page.append("## ").append(m.id()).append("\n\n").append(m.documentation()).append('\n');
    if (m.irreversible().isPresent()) {
      page.append("\n**Irreversible:** ").append(m.irreversible().get()).append('\n');
    }
    for (Acceptance acceptance : m.accepted()) {
      page.append("\n**Accepted:** `").append(acceptance.rule()).append("`: ");
      page.append(acceptance.because()).append('\n');
    }
    if (m.reversibility().kind() != Reversibility.Kind.IRREVERSIBLE) {
      for (String note : m.reversibility().notes()) {
        page.append("\n**Way back:** ").append(note).append('\n');
      }
    }
    if (m.up().isPresent()) {
      addScript(page, "Up", m.up().get());
    }
    if (m.down().isPresent()) {
      addScript(page, "Down", m.down().get());
    }
    if (m.code().isPresent()) {
      page.append("\nJava code, source `").append(m.code().get().sha256()).append('`');
      page.append(m.code().get().down() ? ", both ways\n" : "\n");
    }
    if (m.verify().isPresent()) {
      addFence(page, "Verify", m.verify().get().strip());
    }
  }

  private static void addScript(StringBuilder page, String label, Sql sql) {
    String text = sql.text().strip();
    long lines = text.lines().count();
    String heading = sql.file().isPresent() ? label + ", from `" + sql.file().get() + "`" : label;
    if (lines <= LONGEST_SCRIPT) {
      addFence(page, heading, text);
    } else {
      addFence(
          page, heading, text.lines().limit(SHOWN_OF_LONGER).collect(Collectors.joining("\n")));
      page.append("… and ").append(lines - SHOWN_OF_LONGER).append(" more lines; ");
      page.append(sql.statements().size()).append(" statements in all, SHA-256 `");
      page.append(sql.sha256()).append("`\n");
    }
    LockTable.add(page, sql);
  }

  private static void addFence(StringBuilder page, String label, String sql) {
    String mark = sql.contains("```") ? "````" : "```";
    page.append('\n').append(label).append(":\n").append(mark).append("sql\n");
    page.append(sql).append('\n').append(mark).append('\n');
  }
}
