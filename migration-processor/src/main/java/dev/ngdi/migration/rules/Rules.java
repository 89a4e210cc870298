package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.Acceptance;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of rules: written out, so that none is lost on the way. */
public final class Rules {
  /** Names and documentation. */
  private static final List<Rule> NAMES =
      List.of(
          new VersionFormat(),
          new VersionDuplicate(),
          new NameFormat(),
          new NameDuplicate(),
          new ActionUnknown(),
          new ActionMismatch(),
          new EntityMismatch(),
          new DocumentationMissing());

  /** What a script may hold. */
  private static final List<Rule> SCRIPTS =
      List.of(
          new EmptySql(),
          new CodeAndSql(),
          new EnvironmentMalformed(),
          new SyntaxError(),
          new PsqlCommand(),
          new VerifyNotOneQuery());

  /** What PostgreSQL will refuse, as the replayed schema tells. */
  private static final List<Rule> SCHEMA =
      List.of(
          new UnresolvedName(),
          new NameTaken(),
          new DropStillNeeded(),
          new ForeignKeyNotUnique(),
          new ImpossibleChange(),
          new OpaqueSql());

  /** Transactions, locks and timeouts. */
  private static final List<Rule> TRANSACTIONS =
      List.of(
          new TransactionControl(),
          new ConcurrentlyInTransaction(),
          new NonTransactionalMultiStatement(),
          new StatementAfterAccessExclusive(),
          new WideLockWindow(),
          new ExplicitLockTable(),
          new LockTimeoutDisabled(),
          new LockTimeoutMissing(),
          new SessionSettingLeak());

  /** Indexes. */
  private static final List<Rule> INDEXES =
      List.of(
          new IndexNotConcurrent(),
          new IndexConcurrentOnPartitioned(),
          new IndexPartitionedRecursive(),
          new IndexIsolation(),
          new IndexReplacedInOneMigration(),
          new IndexNameRequired(),
          new ConcurrentIndexRetry(),
          new DropIndexNotConcurrent(),
          new DropConstraintIndex(),
          new ReindexNotConcurrent(),
          new IndexCorruption14());

  /** New columns. */
  private static final List<Rule> NEW_COLUMNS =
      List.of(
          new AddColumnVolatileDefault(),
          new AddColumnSerial(),
          new AddColumnIdentity(),
          new AddColumnGeneratedStored(),
          new AddColumnDomainCheck(),
          new AddColumnRequired(),
          new AddColumnInlineCheck(),
          new AddColumnInlineUnique(),
          new AddColumnInlinePrimaryKey(),
          new AddColumnInlineReferences(),
          new AddColumnJson());

  /** What becomes of columns. */
  private static final List<Rule> COLUMN_CHANGES =
      List.of(
          new SetNotNullScan(),
          new SetNotNullDropCheckSameAlter(),
          new DropNotNull(),
          new ChangeColumnTypeRewrite(),
          new ChangeTypeLossy(),
          new ChangeTypeRecheckConstraint(),
          new ChangeTypeViewDependency(),
          new ChangeCollation());

  /** Enums and domains. */
  private static final List<Rule> TYPES =
      List.of(
          new EnumValueUsedInSameTransaction(), new EnumAddNotReversible(), new DomainConstraint());

  /** Partitions, and what is stored where and how. */
  private static final List<Rule> STORAGE =
      List.of(
          new AttachPartitionScan(),
          new CreatePartitionOf(),
          new DetachPartition(),
          new DropPartition(),
          new RefreshMatview(),
          new VacuumFull(),
          new ClusterTable(),
          new SetLogged(),
          new SetAccessMethod(),
          new SetTablespace(),
          new AutovacuumDisabled());

  /** Triggers, and who may see and do what. */
  private static final List<Rule> ACCESS =
      List.of(
          new CreateTrigger(),
          new DisableTrigger(),
          new DropTrigger(),
          new RowSecurityWithoutPolicy(),
          new PolicyChange(),
          new GrantWidening(),
          new SecurityDefinerSearchPath(),
          new ViewSecurityDefiner(),
          new CreateExtension(),
          new ExtensionVersion());

  /** Types and keys, as far as they are a matter of design; all off by default. */
  private static final List<Rule> DESIGN =
      List.of(
          new MissingPrimaryKey(),
          new IntegerPrimaryKey(),
          new SerialColumn(),
          new VarcharColumn(),
          new CharColumn(),
          new TimestampWithoutZone(),
          new MoneyColumn(),
          new FloatAmount(),
          new NullableEverything(),
          new NaturalPrimaryKey());

  /** What objects are called, and what the database says of them. */
  private static final List<Rule> OBJECT_NAMES =
      List.of(
          new IdentifierTooLong(),
          new ObjectNaming(),
          new ReservedWordName(),
          new UnqualifiedTableName(),
          new MissingComment());

  /** Constraints. */
  private static final List<Rule> CONSTRAINTS =
      List.of(
          new ForeignKeyNotValid(),
          new ForeignKeyLocksParent(),
          new ForeignKeyWithoutIndex(),
          new ForeignKeyTypeMismatch(),
          new CheckNotValid(),
          new ValidateInSameTransaction(),
          new NotEnforcedConstraint(),
          new UniqueConstraintBuildsIndex(),
          new PrimaryKeyBuildsIndex(),
          new PrimaryKeyNullableColumn(),
          new ExclusionConstraint(),
          new UniqueIndexDuplicates(),
          new DropConstraint(),
          new DropPrimaryKey(),
          new UnnamedConstraint());

  /** Changes of rows. */
  private static final List<Rule> DATA =
      List.of(
          new MixedDdlAndData(),
          new UnbatchedBackfill(),
          new UpdateWithoutWhere(),
          new DeleteWithoutWhere(),
          new SequenceNotReset());

  /** What takes something away from the release that runs meanwhile, or from everybody. */
  private static final List<Rule> DESTRUCTIVE =
      List.of(
          new RenameColumn(),
          new RenameTable(),
          new RenameSchema(),
          new MoveToOtherSchema(),
          new RenameType(),
          new RenameEnumValue(),
          new DropColumn(),
          new DropAndAddColumn(),
          new DropTable(),
          new DropSchema(),
          new DropDatabase(),
          new DropType(),
          new DropExtension(),
          new DropCascade(),
          new TruncateTable(),
          new TruncateCascade());

  /** The way back. */
  private static final List<Rule> UNDO =
      List.of(
          new UndoMissing(),
          new UndoEmpty(),
          new UndoError(),
          new UndoIncomplete(),
          new UndoDoesNotRestore(),
          new UndoImplicitNotNull(),
          new UndoIfExistsHides(),
          new UndoContradiction(),
          new UndoConcurrently(),
          new IrreversibleWithoutReason());

  /** What is accepted; last, because it asks what the others find. */
  private static final List<Rule> SUPPRESSIONS =
      List.of(
          new SuppressionUnknownRule(),
          new SuppressionNotPossible(),
          new SuppressionMissingReason(),
          new SuppressionUnused());

  /** All rules, in the order in which their findings are reported. */
  public static final List<Rule> ALL =
      Stream.of(
              NAMES,
              SCRIPTS,
              SCHEMA,
              TRANSACTIONS,
              INDEXES,
              NEW_COLUMNS,
              COLUMN_CHANGES,
              TYPES,
              STORAGE,
              ACCESS,
              CONSTRAINTS,
              DATA,
              DESTRUCTIVE,
              DESIGN,
              OBJECT_NAMES,
              UNDO,
              SUPPRESSIONS)
          .flatMap(List::stream)
          .toList();

  /**
   * The ids of what the processor refuses before there is a {@link Subject}: a declaration that
   * cannot be read. They are reported and documented as rules are, and are mandatory.
   */
  public static final Set<String> UNREADABLE =
      Set.of(
          "annotation-conflict",
          "class-shape",
          "file-and-sql",
          "file-not-found",
          "policy-invalid",
          "source-not-found");

  /** The chapters of the guide: first what can stop a live database, last what only names do. */
  static final List<RuleGroup> GROUPS =
      List.of(
          RuleGroup.of(
              "New columns",
              "A column comes to a table with rows in a moment, or by writing all of them.",
              NEW_COLUMNS),
          RuleGroup.of(
              "Changes of columns",
              "`NOT NULL` and types, where rows are there already.",
              COLUMN_CHANGES),
          RuleGroup.of(
              "Constraints",
              "What rows must be, asked of those that are there without stopping anybody.",
              CONSTRAINTS),
          RuleGroup.of(
              "Indexes", "Building, dropping and rebuilding them beside running traffic.", INDEXES),
          RuleGroup.of(
              "Transactions, locks and timeouts",
              "How long a migration keeps what it has locked, and who waits meanwhile.",
              TRANSACTIONS),
          RuleGroup.of(
              "Changes of rows", "Data, changed in parts and apart from the schema.", DATA),
          RuleGroup.of(
              "Renaming and removing",
              "What a running release still uses, and what nobody can bring back.",
              DESTRUCTIVE),
          RuleGroup.of(
              "Partitions and storage",
              "Partitions that come and go, and tables that are written anew or copied.",
              STORAGE),
          RuleGroup.of(
              "Enums and domains", "Types that many columns share change for all of them.", TYPES),
          RuleGroup.of(
              "Triggers and access",
              "What runs with every row, and who may see and do what.",
              ACCESS),
          RuleGroup.of(
              "The schema that is met",
              "What PostgreSQL would refuse, as the replayed migrations tell.",
              SCHEMA),
          RuleGroup.of(
              "The way back", "What `down` must be, so that a release can be undone.", UNDO),
          RuleGroup.of("Design", "Types and keys, for those who want to agree on them.", DESIGN),
          RuleGroup.of(
              "Names of tables and columns",
              "What objects are called, and what the database itself says of them.",
              OBJECT_NAMES),
          RuleGroup.of(
              "Names and documentation of migrations",
              "A migration says what it does and why, to people and to the tools.",
              NAMES),
          RuleGroup.of("Scripts", "What a script may hold at all.", SCRIPTS),
          RuleGroup.of(
              "Accepting a finding", "An `@Allow` is for one rule, with a reason.", SUPPRESSIONS),
          new RuleGroup(
              "Declarations",
              "What the compiler refuses before it can ask any rule.",
              UNREADABLE.stream().sorted().toList()));

  /** Every id there is, in alphabetical order. */
  public static final SortedSet<String> IDS =
      Collections.unmodifiableSortedSet(
          Stream.concat(ALL.stream().map(Rule::id), UNREADABLE.stream())
              .collect(Collectors.toCollection(TreeSet::new)));

  private Rules() {}

  /** The rule of an id. */
  public static Optional<Rule> find(String id) {
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** The rules on what single statements do to what is there, other than on a whole migration. */
  static Stream<Rule> onStatements() {
    return ALL.stream()
        .filter(
            rule ->
                Stream.of(NAMES, SCRIPTS, TRANSACTIONS, DESIGN, OBJECT_NAMES, UNDO, SUPPRESSIONS)
                    .noneMatch(group -> group.contains(rule)));
  }

  /** Whether there is such a rule and an {@code @Allow} can accept it. */
  static boolean isAcceptable(String id) {
    return find(id).filter(Rule::acceptable).isPresent();
  }

  /**
   * All that the rules find in a declaration and the compiler is to report: what its policy and its
   * {@code @Allow}s leave, in the order of the catalogue.
   */
  public static List<Judgement> judge(Subject subject) {
    Set<String> accepted =
        subject.accepted().stream()
            .map(Acceptance::rule)
            .filter(Rules::isAcceptable)
            .collect(Collectors.toSet());
    boolean enforced = subject.enforced();
    String version = subject.version().orElse("");
    return ALL.stream()
        .filter(rule -> rule.mandatory() || enforced)
        .filter(rule -> accepted.isEmpty() || !accepted.contains(rule.id()))
        .filter(rule -> severity(rule, subject.policy(), version) != Severity.OFF)
        .flatMap(
            rule ->
                rule.check(subject).stream()
                    .map(
                        finding ->
                            new Judgement(
                                rule.id(),
                                severity(rule, finding, subject.policy(), version),
                                finding,
                                rule.acceptable())))
        .toList();
  }

  private static Severity severity(Rule rule, Policy policy, String version) {
    return rule.mandatory() ? rule.severity() : policy.severity(rule, version);
  }

  private static Severity severity(Rule rule, Finding finding, Policy policy, String version) {
    return rule.mandatory() ? rule.severity() : policy.severity(rule, finding, version);
  }
}
