package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code CREATE INDEX} and {@code DROP INDEX}. */
final class IndexReader {
  private IndexReader() {}

  /** Behind the word {@code CREATE}. */
  static Statement readCreate(Statement.Text text, Cursor cursor) {
    boolean unique = cursor.skip("unique");
    cursor.skip("index");
    boolean concurrently = cursor.skip("concurrently");
    boolean ifNotExists = cursor.skip("if", "not", "exists");
    Optional<String> name = cursor.at("on") ? Optional.empty() : Optional.of(cursor.name());
    cursor.skip("on");
    boolean only = cursor.skip("only");
    QualifiedName table = cursor.qualifiedName();
    cursor.skipSymbol("*");
    String method = cursor.skip("using") ? cursor.name() : "btree";
    List<IndexElement> elements =
        cursor.atSymbol("(") ? IndexElementReader.list(cursor.nested()) : List.of();
    return new Statement.CreateIndex(
        text,
        name.map(n -> new QualifiedName(table.schema(), n)),
        table,
        unique,
        concurrently,
        ifNotExists,
        only,
        elements,
        IndexClausesReader.ofIndex(cursor, method));
  }

  /** Behind the words {@code DROP INDEX}. */
  static Statement readDrop(Statement.Text text, Cursor cursor) {
    boolean concurrently = cursor.skip("concurrently");
    boolean ifExists = cursor.skip("if", "exists");
    List<QualifiedName> names = new ArrayList<>();
    do {
      names.add(cursor.qualifiedName());
    } while (cursor.skipSymbol(","));
    return new Statement.DropIndex(text, names, concurrently, ifExists, cursor.at("cascade"));
  }
}
