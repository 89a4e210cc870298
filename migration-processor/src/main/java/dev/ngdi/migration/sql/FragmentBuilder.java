package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the names of a fragment while it is read. */
final class FragmentBuilder {
  /** Deeper than anybody nests by hand, and far from the end of a thread's stack. */
  static final int MAX_DEPTH = 150;

  private final String sql;
  private final int offset;
  private final List<Level> levels = new ArrayList<>();
  private final List<Fragment.FunctionUse> functions = new ArrayList<>();
  private final List<Fragment.TypeUse> types = new ArrayList<>();
  private final List<Fragment.RelationLiteral> literals = new ArrayList<>();
  private boolean complete = true;
  private int depth;
  private int doubts;

  /**
   * For a fragment.
   *
   * @param sql its text
   * @param offset where it starts in the text that the tokens' places count in
   */
  FragmentBuilder(String sql, int offset) {
    this.sql = sql;
    this.offset = offset;
  }

  /** A level that sees the columns of another one, and the named queries of the one around it. */
  Level level(Optional<Level> parent, Optional<Level> around) {
    Level level = new Level(levels.size(), parent, around);
    levels.add(level);
    return level;
  }

  Level levelInside(Level around) {
    return level(Optional.of(around), Optional.of(around));
  }

  Level levelBeside(Level other) {
    return level(other.parent(), Optional.of(other));
  }

  /** Whether it can be read one level deeper; if so, {@link #leave} is to follow. */
  boolean enter() {
    if (depth >= MAX_DEPTH) {
      complete = false;
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** From here on a name may be something else than a column. */
  void doubt() {
    doubts++;
  }

  void trust() {
    doubts--;
  }

  /** Says that something could not be read. */
  void missSomething() {
    if (doubts == 0) {
      complete = false;
    }
  }

  /** Reads over what is left, which should be nothing. */
  void finish(Cursor rest) {
    if (!rest.atEnd()) {
      missSomething();
      rest.toEnd();
    }
  }

  Fragment.Span span(Token first, Token last) {
    return new Fragment.Span(first.start() - offset, last.end() - offset);
  }

  Fragment.ColumnUse column(Level level, List<Token> path, boolean certain) {
    List<Token> parts = path.subList(Math.max(0, path.size() - 3), path.size());
    int last = parts.size() - 1;
    Token name = parts.get(last);
    Fragment.ColumnUse use =
        new Fragment.ColumnUse(
            parts.stream().map(Token::value).toList(),
            span(name, name),
            last == 0 ? Optional.empty() : Optional.of(span(parts.get(0), parts.get(last - 1))),
            certain && doubts == 0);
    level.add(use);
    return use;
  }

  void function(QualifiedName name, int arguments, Fragment.Span at) {
    if (doubts == 0) {
      functions.add(new Fragment.FunctionUse(name, arguments, at));
    }
  }

  void type(QualifiedName name, Fragment.Span at) {
    if (doubts == 0) {
      types.add(new Fragment.TypeUse(name, at));
    }
  }

  /** The relation that a string constant names; none for a number. */
  void relation(Cursor in, Token constant) {
    String text = StringConstant.text(in.text(constant));
    Cursor name = Cursor.over(text);
    if (name.peek().isName()) {
      literals.add(new Fragment.RelationLiteral(name.qualifiedName(), span(constant, constant)));
    }
  }

  Fragment build(Set<String> parameters) {
    return new Fragment(
        sql,
        levels.stream().map(level -> level.scope(complete, parameters)).toList(),
        functions,
        types,
        literals,
        complete);
  }
}
