package dev.ngdi.migration.schema.differential;

import dev.ngdi.migration.schema.Problem;
import java.util.List;
import java.util.Set;

/**
 * Where the server and the replay refuse one statement with different codes: each finds another of
 * its mistakes first, or the server has another word for the same one. By the code that the replay
 * claims, those of the server.
 */
final class OtherReasons {
  private record Tolerated(String claimed, Set<String> servers) {}

  private static final List<Tolerated> TOLERATED =
      List.of(
          // whether a name is free is looked at behind what the statement says of the object
          tolerated(
              "42P07",
              "0A000 22007 22023 3F000 42601 42701 42703 42704 42710 42804 42809 42883 42P01 42P16"
                  + " 42P21 XX000"),
          tolerated(
              "42710", "0A000 22023 23505 42601 42701 42703 42704 42804 42883 42P01 42P07 42P16"),
          tolerated("42701", "22023 2BP01 42703 42804"),
          tolerated("42723", "42704 42P13"),
          // a schema is not there, and so nothing is that is looked for in it
          tolerated("3F000", "0A000 42704 42804 42809 42P01"),
          // a type that has attributes is looked for among the relations
          tolerated(
              "42704", "0A000 22007 22023 22P02 3F000 42703 42710 42804 42809 42883 42P01 42P16"),
          // types of expressions and what kind of thing a relation is, before what is done to it
          tolerated(
              "0A000", "22001 22007 22023 22P02 42601 42703 42704 42804 42883 42P16 42P17 55000"),
          tolerated("2BP01", "42704 42804"),
          tolerated("22023", "42703 42704 42804 42809 42P16"),
          tolerated("42601", "22023 22P02 42704 42804 42883 42P16"),
          tolerated("42703", "0A000 22023 22P02 42611 42704 42804 42809 42883 42P01 42P16 55000"),
          tolerated("42804", "22007 22023 22P02 42601 42704 42809 42883 42P16 42P17 42P21 55000"),
          tolerated(
              "42809", "0A000 22023 42703 42704 42804 42883 42P01 42P07 42P16 42P17 55000 55006"),
          // a column that one parent computes and another fills
          tolerated("42611", "42804"),
          tolerated("42830", "42883 42P16"),
          tolerated("42883", "42704"),
          tolerated("42P01", "0A000 22007 22P02 42704 42804 42809"),
          tolerated(
              "42P16",
              "0A000 22007 22023 3F000 42601 42611 42703 42704 42710 42804 42809 42883 42P01 55000"),
          tolerated("42P17", "0A000 42703"),
          // one refusal, for which the server's versions and places have several codes
          tolerated("42601", "55000"),
          tolerated("55000", "0A000 22023 42601 42704 42710 42804 42809 42883 42P07 42P16"));

  private OtherReasons() {}

  private static Tolerated tolerated(String claimed, String servers) {
    return new Tolerated(claimed, Set.of(servers.split(" ")));
  }

  /** Whether one of the problems can stand for the code of a refusal. */
  static boolean cover(List<Problem> problems, Session.Refusal refusal) {
    return problems.stream()
        .map(Problem::sqlState)
        .anyMatch(
            claimed ->
                TOLERATED.stream()
                    .anyMatch(
                        t -> t.claimed.equals(claimed) && t.servers.contains(refusal.state())));
  }
}
