package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.sql.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What rules propose, taken at its word: compiled as the migrations it says. */
final class Proposal {
  private static final String IMPORTS =
      """
      import dev.ngdi.migration.DataMigration;
      import dev.ngdi.migration.Irreversible;
      import dev.ngdi.migration.SchemaMigration;
      """;

  private Proposal() {}

  /** A migration that meets a schema, and says all that is to be said otherwise. */
  static Subject subject(int postgres, String before, String up) {
    Policy policy = new Policy(postgres, "", Set.of(), Map.of());
    Subject good = TestSubject.GOOD.under(policy).withUp(up).withDown("SELECT 1").subject();
    Schema schema = Course.of(Schema.empty(postgres), Script.parse(before)).end();
    return new Subject(
        good.id(),
        good.className(),
        good.type(),
        good.documentation(),
        good.up(),
        Optional.empty(),
        good.verify(),
        good.transaction(),
        good.code(),
        good.codeDown(),
        Optional.of("the way back is not what is asked"),
        good.accepted(),
        good.environments(),
        good.known(),
        good.policy(),
        Timeline.of(schema, good.up(), Optional.empty(), false));
  }

  /** What the compiler says of each proposal of the rules on columns. */
  static List<String> compile(int postgres, String before, String up, Path scratch)
      throws IOException {
    return compile("(add-column|set-not-null|change)-.*", postgres, before, up, scratch);
  }

  /** What the compiler says of each proposal of some rules; those that propose nothing left out. */
  static List<String> compile(String rules, int postgres, String before, String up, Path scratch)
      throws IOException {
    Subject subject = subject(postgres, before, up);
    List<String> said = new ArrayList<>();
    for (Judgement judgement : Rules.judge(subject)) {
      if (judgement.rule().matches(rules) && !judgement.finding().instead().isBlank()) {
        String[] parts =
            judgement
                .finding()
                .instead()
                .split("(?m)^(?:and then )?(?:a|\\d+) migrations? of .*$", -1);
        String java =
            IMPORTS
                + migration("V20261101090000__create_p_and_t_tables", before)
                + (kept(up, parts[0]).isBlank()
                    ? ""
                    : migration("V20261122103700__migrate_t_columns", kept(up, parts[0])))
                + (parts.length > 1 ? parts[1] : "");
        RulePage.Example example =
            new RulePage.Example(
                true,
                postgres == 14
                    ? java
                    : java.replaceFirst("^", "package a;\n")
                        + "\n@MigrationPolicy(postgres = %d)\npackage a;\nimport dev.ngdi.migration.MigrationPolicy;\n"
                            .formatted(postgres),
                List.of(),
                true,
                "");
        said.add(ExampleCompiler.compile(example, Files.createTempDirectory(scratch, "proposal")));
      }
    }
    return said;
  }

  /** The statements before the one found stay as they are. */
  private static String kept(String up, String here) {
    int last = up.lastIndexOf(';');
    return (last < 0 ? "" : up.substring(0, last + 1)) + here;
  }

  private static String migration(String id, String sql) {
    return "/** What it is for, as a sentence. */\n@Irreversible(because = \"it is a test\")\n"
        + "@SchemaMigration("
        + JavaText.attribute("up", sql)
        + ")\nfinal class "
        + id
        + " {}\n";
  }
}
