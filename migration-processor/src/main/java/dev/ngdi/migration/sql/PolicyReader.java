package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a {@code CREATE POLICY} or {@code ALTER POLICY} says. */
final class PolicyReader {
  private PolicyReader() {}

  /** Behind the name. */
  static Definition read(Cursor cursor) {
    cursor.skip("on");
    cursor.qualifiedName();
    boolean permissive = !cursor.skip("as", "restrictive");
    cursor.skip("as", "permissive");
    String command = cursor.skip("for") ? cursor.name().toUpperCase(Locale.ROOT) : "ALL";
    Definition.Policy said = clauses(cursor);
    List<String> roles = said.roles().isEmpty() ? List.of("public") : said.roles();
    return new Definition.Policy(permissive, command, roles, said.using(), said.withCheck());
  }

  /** {@code TO}, {@code USING} and {@code WITH CHECK}; no roles where none are named. */
  static Definition.Policy clauses(Cursor cursor) {
    List<String> roles = cursor.skip("to") ? roles(cursor) : List.of();
    Optional<Fragment> using = cursor.skip("using") ? condition(cursor) : Optional.empty();
    Optional<Fragment> check = cursor.skip("with", "check") ? condition(cursor) : Optional.empty();
    return new Definition.Policy(true, "ALL", roles, using, check);
  }

  private static Optional<Fragment> condition(Cursor cursor) {
    return cursor.atSymbol("(")
        ? Optional.of(FragmentReader.expression(cursor.nested()))
        : Optional.empty();
  }

  /** Roles with commas between them. */
  static List<String> roles(Cursor cursor) {
    List<String> roles = new ArrayList<>();
    do {
      if (cursor.at("group") && cursor.peek(1).isName()) {
        cursor.take();
      }
      roles.add(cursor.name());
    } while (cursor.skipSymbol(","));
    return roles;
  }
}
