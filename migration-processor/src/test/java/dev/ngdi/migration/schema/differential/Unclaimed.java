package dev.ngdi.migration.schema.differential;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** What the server refuses and the replay does not claim to foresee. */
final class Unclaimed {
  private record Claim(String state, Pattern message) {}

  private static final List<Claim> CLAIMS =
      List.of(
          // types of expressions: which operators and functions there are, what casts to what
          claim("42883", "operator does not exist|function .* does not exist"),
          claim("42883", "could not identify an equality operator for type"),
          claim("42809", "operator .* is not a member of operator family"),
          claim("42804", ""),
          claim("42846", ""),
          claim("42725", ""),
          claim("42P18", ""),
          claim("42P22", ""),
          claim("42704", "operator class"),
          // which roles there are, and what they may
          claim("42501", "permission denied for"),
          claim("42704", "role .* does not exist"),
          // which extensions the server has
          claim("0A000", "extension .* is not available"),
          claim("58P01", "extension control file"),
          // rows
          claim("23...", ""),
          claim("428C9", ""),
          // a defect of the server: `unprocessed inval messages`
          claim("XX000", ""),
          // what is not there while the actions of one statement run
          claim("42P16", "is not marked NOT NULL"),
          // expressions in the keys of partitions
          claim("0A000", "with partition key definition"),
          // where partitions end
          claim("42P17", "would overlap|conflicts with existing default"),
          // what one statement holds open while it changes it
          claim("55006", "being used by active queries in this session"),
          // whether a materialized view can be read yet
          claim("55000", "has not been populated"),
          // rows of a table with rules
          claim("0A000", "cannot perform (INSERT|UPDATE|DELETE) RETURNING on relation"),
          claim("55000", "cannot (update|insert into|delete from) view"),
          claim("0A000", "rules are not supported for data-modifying statements in WITH"),
          // which functions an operator or a cast between types calls
          claim("42P17", "functions in index (predicate|expression) must be marked IMMUTABLE"),
          claim("42P17", "generation expression is not immutable"),
          // rules that end in themselves, as the server finds when it reads through them
          claim("42P17", "infinite recursion detected in rules"),
          // whether a value of an enum is committed: where transactions end is not in a statement
          claim("55P04", "unsafe use of new value"),
          // values
          claim("22...", ""));

  private Unclaimed() {}

  /** What an action does not find in a table that inherits, after another action of the same. */
  private static boolean ofSeveralActions(Session.Refusal refusal, Statement statement) {
    return statement instanceof Statement.AlterTable alter
        && alter.actions().size() > 1
        && refusal.state().equals("42703")
        && refusal.message().contains("of relation");
  }

  private static Claim claim(String state, String message) {
    return new Claim(state, Pattern.compile(message));
  }

  static boolean covers(Session.Refusal refusal, Statement statement) {
    return ofSeveralActions(refusal, statement)
        || CLAIMS.stream()
            .anyMatch(
                c ->
                    refusal.state().matches(c.state)
                        && c.message.matcher(refusal.message()).find());
  }
}
