package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;

/** Reads the parts of an index's, an exclusion constraint's or a partitioned table's key. */
final class IndexElementReader {
  private IndexElementReader() {}

  /** From what stands between the parentheses. */
  static List<IndexElement> list(Cursor list) {
    return list.splitAtCommas().stream()
        .filter(part -> !part.atEnd())
        .map(IndexElementReader::read)
        .toList();
  }

  private static IndexElement read(Cursor part) {
    Optional<String> column = isColumn(part) ? Optional.of(part.name()) : Optional.empty();
    Optional<Fragment> expression =
        column.isPresent() ? Optional.empty() : Optional.of(expression(part));
    Optional<QualifiedName> collation =
        part.skip("collate") ? Optional.of(part.qualifiedName()) : Optional.empty();
    Optional<QualifiedName> operatorClass =
        atOperatorClass(part) ? Optional.of(part.qualifiedName()) : Optional.empty();
    String options = part.atSymbol("(") ? part.nested().rest() : "";
    boolean descending = part.skip("desc");
    part.skip("asc");
    Optional<Boolean> nullsFirst = nullsFirst(part);
    String operator = part.skip("with") ? part.rest() : "";
    return new IndexElement(
        column, expression, collation, operatorClass, options, descending, nullsFirst, operator);
  }

  private static boolean isColumn(Cursor part) {
    Token next = part.peek(1);
    return part.peek().isName()
        && !next.isSymbol("(")
        && !next.isSymbol(".")
        && !part.at("collation", "for");
  }

  /** An expression in parentheses, without them, or a call of a function. */
  private static Fragment expression(Cursor part) {
    if (part.atSymbol("(")) {
      return FragmentReader.expression(part.nested());
    }
    int start = part.index();
    while (!part.atEnd() && !part.atSymbol("(")) {
      part.take();
    }
    part.skipParentheses();
    return FragmentReader.expression(part.since(start));
  }

  private static boolean atOperatorClass(Cursor part) {
    return part.peek().isName()
        && !part.at("asc")
        && !part.at("desc")
        && !part.at("with")
        && !part.at("nulls", "first")
        && !part.at("nulls", "last");
  }

  private static Optional<Boolean> nullsFirst(Cursor part) {
    if (part.skip("nulls", "first")) {
      return Optional.of(true);
    }
    return part.skip("nulls", "last") ? Optional.of(false) : Optional.empty();
  }
}
