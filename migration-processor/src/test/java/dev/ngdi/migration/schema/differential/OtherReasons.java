package dev.ngdi.migration.schema.differential;

import dev.ngdi.migration.schema.Problem;
import java.util.List;
import java.util.Set;

/**
 * Where the server and the replay refuse one statement with different codes: each finds another of
 * its mistakes first, or the server has another word for the same one. By the code that the replay
 * claims, those of the server. What the replay never claims, {@link Unclaimed}, needs no place
 * here.
 */
final class OtherReasons {
  private record Tolerated(String claimed, Set<String> servers) {}

  private static final List<Tolerated> TOLERATED =
      List.of(
          // whether a name is free is looked at behind what the statement says of the object
          tolerated("42P07", "0A000 22023 3F000 42601 42701 42703 42704 42809 42P01 42P16"),
          tolerated("42710", "22023 3F000 42701 42703 42P01 42P07"),
          tolerated("42701", "2BP01"),
          // a schema is not there, and so nothing is that is looked for in it
          tolerated("3F000", "42809 42P01"),
          // a type that has attributes is looked for among the relations
          tolerated("42704", "3F000 42703 42710 42809 42P01"),
          // what kind of thing a relation is, before what is done to it
          tolerated("0A000", "42601 42611 42703 42704 42P16 55000"),
          tolerated("22023", "42P16"),
          tolerated("42703", "0A000 42809 42P16 55000"),
          tolerated("42804", "42809 55000"),
          tolerated("42809", "0A000 42703 42704 42P01 42P16 42P17"),
          tolerated("42P01", "0A000 42809"),
          tolerated("42P16", "0A000 22023 3F000 42703 42809 42P01 55000"),
          tolerated("42P17", "0A000 42703"),
          tolerated("55000", "0A000 42P16"));

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
