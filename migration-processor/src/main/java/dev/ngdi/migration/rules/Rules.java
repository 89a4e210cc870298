package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.Acceptance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of rules: written out, so that none is lost on the way. */
public final class Rules {
  /** Names and documentation. */
  static final List<Rule> NAMES =
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
  static final List<Rule> SCRIPTS =
      List.of(
          new EmptySql(),
          new CodeAndSql(),
          new EnvironmentMalformed(),
          new SyntaxError(),
          new PsqlCommand(),
          new VerifyNotOneQuery());

  /** What PostgreSQL will refuse, as the replayed schema tells. */
  static final List<Rule> SCHEMA =
      List.of(
          new UnresolvedName(),
          new NameTaken(),
          new DropStillNeeded(),
          new ForeignKeyNotUnique(),
          new ImpossibleChange(),
          new OpaqueSql());

  /** Transactions, locks and timeouts. */
  static final List<Rule> TRANSACTIONS =
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
  static final List<Rule> INDEXES =
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
  static final List<Rule> NEW_COLUMNS =
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
  static final List<Rule> COLUMN_CHANGES =
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
  static final List<Rule> TYPES =
      List.of(
          new EnumValueUsedInSameTransaction(), new EnumAddNotReversible(), new DomainConstraint());

  /** Partitions, and what is stored where and how. */
  static final List<Rule> STORAGE =
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
  static final List<Rule> ACCESS =
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
  static final List<Rule> DESIGN =
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
  static final List<Rule> OBJECT_NAMES =
      List.of(
          new IdentifierTooLong(),
          new ObjectNaming(),
          new ReservedWordName(),
          new UnqualifiedTableName(),
          new MissingComment());

  /** Constraints. */
  static final List<Rule> CONSTRAINTS =
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
  static final List<Rule> DATA =
      List.of(
          new MixedDdlAndData(),
          new UnbatchedBackfill(),
          new UpdateWithoutWhere(),
          new DeleteWithoutWhere(),
          new SequenceNotReset());

  /** What takes something away from the release that runs meanwhile, or from everybody. */
  static final List<Rule> DESTRUCTIVE =
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
  static final List<Rule> UNDO =
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
  static final List<Rule> SUPPRESSIONS =
      List.of(
          new SuppressionUnknownRule(),
          new SuppressionNotPossible(),
          new SuppressionMissingReason(),
          new SuppressionUnused());

  /** The rules on what statements do to others, whoever runs them: the script or a block in it. */
  private static final List<List<Rule>> EFFECTS =
      List.of(
          TRANSACTIONS,
          INDEXES,
          NEW_COLUMNS,
          COLUMN_CHANGES,
          TYPES,
          STORAGE,
          ACCESS,
          CONSTRAINTS,
          DATA,
          DESTRUCTIVE);

  /** All rules, in the order in which their findings are reported. */
  public static final List<Rule> ALL =
      Stream.of(
              List.of(NAMES, SCRIPTS, SCHEMA),
              EFFECTS,
              List.of(DESIGN, OBJECT_NAMES, UNDO, SUPPRESSIONS))
          .flatMap(List::stream)
          .flatMap(List::stream)
          .toList();

  /** Those that a block is asked about: of names that it does not give there is nothing to say. */
  private static final Set<Rule> ON_EFFECTS =
      EFFECTS.stream()
          .flatMap(List::stream)
          .filter(rule -> !(rule instanceof IndexNameRequired || rule instanceof UnnamedConstraint))
          .collect(Collectors.toUnmodifiableSet());

  private static final RuleIndex INDEX = new RuleIndex(ALL);

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
    boolean runsOthers = subject.timeline().runsOthers();
    Subject unfolded = subject.unfolded();
    Set<Class<?>> kinds = unfolded.timeline().kinds();
    List<Judgement> judgements = new ArrayList<>();
    for (Rule rule : INDEX.concernedWith(kinds)) {
      if ((enforced || rule.mandatory())
          && (accepted.isEmpty() || !accepted.contains(rule.id()))
          && severity(rule, subject.policy(), version) != Severity.OFF) {
        for (Finding finding :
            runsOthers ? findings(rule, subject, unfolded) : rule.check(subject)) {
          judgements.add(
              new Judgement(
                  rule.id(),
                  severity(rule, finding, subject.policy(), version),
                  finding,
                  rule.acceptable()));
        }
      }
    }
    return judgements.isEmpty() ? List.of() : List.copyOf(judgements);
  }

  /** What a rule finds in a declaration, the statements that a block runs included. */
  static List<Finding> findings(Rule rule, Subject subject) {
    return subject.timeline().runsOthers()
        ? findings(rule, subject, subject.unfolded())
        : rule.check(subject);
  }

  private static List<Finding> findings(Rule rule, Subject subject, Subject unfolded) {
    if (!ON_EFFECTS.contains(rule)) {
      return rule.check(subject);
    }
    return rule.check(unfolded).stream()
        .map(finding -> InnerFinding.of(finding, subject.timeline().up()))
        .distinct()
        .toList();
  }

  private static Severity severity(Rule rule, Policy policy, String version) {
    return rule.mandatory() ? rule.severity() : policy.severity(rule, version);
  }

  private static Severity severity(Rule rule, Finding finding, Policy policy, String version) {
    return rule.mandatory() ? rule.severity() : policy.severity(rule, finding, version);
  }
}
