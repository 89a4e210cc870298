package dev.ngdi.migration.rules;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the rules are presented: the chapters of their pages, and all of their ids. */
final class RuleGuide {
  /** The chapters of the guide: first what can stop a live database, last what only names do. */
  static final List<RuleGroup> GROUPS =
      List.of(
          RuleGroup.of(
              "New columns",
              "A column comes to a table with rows in a moment, or by writing all of them.",
              Rules.NEW_COLUMNS),
          RuleGroup.of(
              "Changes of columns",
              "`NOT NULL` and types, where rows are there already.",
              Rules.COLUMN_CHANGES),
          RuleGroup.of(
              "Constraints",
              "What rows must be, asked of those that are there without stopping anybody.",
              Rules.CONSTRAINTS),
          RuleGroup.of(
              "Indexes",
              "Building, dropping and rebuilding them beside running traffic.",
              Rules.INDEXES),
          RuleGroup.of(
              "Transactions, locks and timeouts",
              "How long a migration keeps what it has locked, and who waits meanwhile.",
              Rules.TRANSACTIONS),
          RuleGroup.of(
              "Changes of rows", "Data, changed in parts and apart from the schema.", Rules.DATA),
          RuleGroup.of(
              "Renaming and removing",
              "What a running release still uses, and what nobody can bring back.",
              Rules.DESTRUCTIVE),
          RuleGroup.of(
              "Partitions and storage",
              "Partitions that come and go, and tables that are written anew or copied.",
              Rules.STORAGE),
          RuleGroup.of(
              "Enums and domains",
              "Types that many columns share change for all of them.",
              Rules.TYPES),
          RuleGroup.of(
              "Triggers and access",
              "What runs with every row, and who may see and do what.",
              Rules.ACCESS),
          RuleGroup.of(
              "The schema that is met",
              "What PostgreSQL would refuse, as the replayed migrations tell.",
              Rules.SCHEMA),
          RuleGroup.of(
              "The way back", "What `down` must be, so that a release can be undone.", Rules.UNDO),
          RuleGroup.of(
              "Design", "Types and keys, for those who want to agree on them.", Rules.DESIGN),
          RuleGroup.of(
              "Names of tables and columns",
              "What objects are called, and what the database itself says of them.",
              Rules.OBJECT_NAMES),
          RuleGroup.of(
              "Names and documentation of migrations",
              "A migration says what it does and why, to people and to the tools.",
              Rules.NAMES),
          RuleGroup.of("Scripts", "What a script may hold at all.", Rules.SCRIPTS),
          RuleGroup.of(
              "Accepting a finding",
              "An `@Allow` is for one rule, with a reason.",
              Rules.SUPPRESSIONS),
          new RuleGroup(
              "Declarations",
              "What the compiler refuses before it can ask any rule.",
              Rules.UNREADABLE.stream().sorted().toList()));

  /** Every id there is, in alphabetical order. */
  static final SortedSet<String> IDS =
      Collections.unmodifiableSortedSet(
          Stream.concat(Rules.ALL.stream().map(Rule::id), Rules.UNREADABLE.stream())
              .collect(Collectors.toCollection(TreeSet::new)));

  private RuleGuide() {}
}
