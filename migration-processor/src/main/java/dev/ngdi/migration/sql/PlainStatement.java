package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Set;

/**
 * Recognizes the commonest statements, written in the usual way, without the grammar, which takes
 * long to load. It recognizes none that the grammar and {@link Dialect} refuse, and finds the same
 * names.
 */
final class PlainStatement {
  private PlainStatement() {}

  /**
   * Whether it is certainly SQL; if not, it may be all the same.
   *
   * @param names takes the names in it, only if it is
   */
  static boolean recognizes(List<Token> statement, Set<String> names) {
    PlainReader in = new PlainReader(statement);
    boolean recognized = read(in) && in.atEnd();
    if (recognized) {
      names.addAll(in.names());
    }
    return recognized;
  }

  private static boolean read(PlainReader in) {
    return switch (in.peek()) {
      case "create" -> in.next() && PlainCreate.read(in);
      case "alter" -> in.next() && PlainAlter.read(in);
      case "drop" -> in.next() && PlainDrop.read(in);
      case "comment" -> in.next() && PlainDrop.comment(in);
      case "select", "values", "with", "insert", "update", "delete" -> PlainChange.readOrQuery(in);
      case "grant" -> in.next() && PlainGrant.grant(in);
      case "revoke" -> in.next() && PlainGrant.revoke(in);
      case "do" -> in.next() && PlainRoutine.block(in);
      case "set" -> in.next() && PlainSession.set(in);
      case "reset" -> in.next() && PlainSession.reset(in);
      case "begin", "commit", "end", "rollback" -> in.next() && PlainSession.transaction(in);
      case "truncate" -> in.next() && PlainSession.truncate(in);
      case "lock" -> in.next() && PlainSession.lock(in);
      case "refresh" -> in.next() && PlainSession.refresh(in);
      case "reindex" -> in.next() && PlainSession.reindex(in);
      case "analyze" -> in.next() && PlainSession.analyze(in);
      default -> false;
    };
  }
}
