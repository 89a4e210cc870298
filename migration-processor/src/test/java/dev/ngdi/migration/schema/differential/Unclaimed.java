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
          claim("42883", "could not identify an? (in)?equality operator for type"),
          claim("42809", "operator .* is not a member of operator family"),
          claim(
              "42804",
              "argument of (CHECK|NOT|AND|OR|IS|WHERE|CASE).* must (be type|not return)|cannot be cast"
                  + "|but (default )?expression is of type|could not convert type"
                  + "|cannot determine element type|collations are not supported by type"
                  + "|does not accept data type|types .* cannot be matched|must be type boolean"
                  + "|return type mismatch|foreign key constraint .* cannot be implemented"),
          claim("42846", "cannot cast type|could not convert type"),
          claim("42725", "is not unique"),
          claim("42P18", "could not determine (polymorphic type|data type|which collation)"),
          claim("42P22", "could not determine which collation|no collation was derived"),
          // bodies of routines
          claim("42804", "RETURN cannot have a parameter|RETURN must|RETURN NEXT"),
          // what a child table has to be like to get a parent: what is computed, what differs
          claim(
              "42804",
              "child table .* (has different|is missing)|in child table .*must (not )?be"
                  + "|column .* in child table must|contains column .* not found in parent"
                  + "|inherits from generated column|has a type conflict|a generation conflict"),
          // which index methods know which types: extensions bring more
          claim("42704", "operator class"),
          // which roles there are, and what they may
          claim("42501", "permission denied for"),
          claim("42501", "must be (owner|able to SET ROLE)"),
          claim("42704", "role .* does not exist"),
          // which extensions the server has
          claim("0A000", "extension .* is not available"),
          claim("58P01", "extension control file"),
          // which of these there are that no statement made, and which servers and wrappers
          claim(
              "42704",
              "(foreign-data wrapper|server|collation|text search configuration) .* does not exist"),
          // what is published
          claim("55000", "does not have a replica identity and publishes"),
          // what the grammar refuses in a branch that never runs
          claim("0A000", "constraints cannot be marked"),
          // rows
          claim(
              "23...",
              "violate|contains null values|does not allow null values|could not create (unique index|exclusion)"),
          claim("23514", "no partition of relation|updated partition constraint"),
          claim("428C9", "cannot (insert|update).* column|can only be updated to DEFAULT"),
          // a defect of the server: `unprocessed inval messages`
          claim(
              "XX000",
              "unprocessed inval messages|key columns are not both collatable|cache lookup failed|tuple already updated|could not find cast|could not open relation with OID"),
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
          claim(
              "22...",
              "value too long|invalid input|out of range|malformed|unrecognized parameter"),
          claim("22023", "(START|RESTART|MINVALUE|MAXVALUE|INCREMENT|CACHE) .*"),
          claim("22P0.", ""),
          claim("22008", ""));

  private Unclaimed() {}

  /** What an action does not find in a table that inherits, after another action of the same. */
  private static boolean ofSeveralActions(Session.Refusal refusal, Statement statement) {
    return statement instanceof Statement.AlterTable alter
        && alter.actions().size() > 1
        && refusal.state().equals("42703")
        && refusal.message().contains("of relation");
  }

  /** How a block is written inside: it is read like what nobody reads before it runs. */
  private static boolean ofBlock(Session.Refusal refusal, Statement statement) {
    return statement instanceof Statement.DoBlock
        && refusal.state().matches("42601|42704")
        && refusal
            .message()
            .matches("(?s).*(syntax error|trailing junk|unrecognized exception condition).*");
  }

  private static Claim claim(String state, String message) {
    return new Claim(state, Pattern.compile(message));
  }

  static boolean covers(Session.Refusal refusal, Statement statement) {
    return ofSeveralActions(refusal, statement)
        || ofBlock(refusal, statement)
        || CLAIMS.stream()
            .anyMatch(
                c ->
                    refusal.state().matches(c.state)
                        && c.message.matcher(refusal.message()).find());
  }
}
