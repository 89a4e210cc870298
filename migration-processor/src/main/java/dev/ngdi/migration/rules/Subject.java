package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.Acceptance;
import dev.ngdi.migration.model.MigrationName;
import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.sql.Script;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules judge: one declaration as it was written, good or bad, with what surrounds it.
 *
 * @param id the class's simple name
 * @param className the class's binary name
 * @param type which migration annotation it bears
 * @param documentation its Javadoc, empty if it has none
 * @param up the script {@code up}; empty if the declaration has none
 * @param down the script {@code down}; empty if the declaration has none
 * @param verify the script {@code verify}; empty if the declaration has none
 * @param transaction what {@code transaction} says
 * @param code whether the class implements {@code MigrationCode}
 * @param codeDown whether it has code for the way back
 * @param irreversible the reason that {@code @Irreversible} gives; blank if it gives none, empty if
 *     there is no such annotation
 * @param accepted its {@code @Allow}s, in order
 * @param environments the environments of a seed
 * @param known all migrations that the compiler can see, this one included or not
 * @param policy the module's settings
 * @param timeline what its scripts do to the schema that the migrations before it leave
 */
public record Subject(
    String id,
    String className,
    MigrationType type,
    String documentation,
    Optional<Script> up,
    Optional<Script> down,
    Optional<Script> verify,
    TransactionMode transaction,
    boolean code,
    boolean codeDown,
    Optional<String> irreversible,
    List<Acceptance> accepted,
    List<String> environments,
    Known known,
    Policy policy,
    Timeline timeline) {

  /** What a declaration says of transactions. */
  public enum TransactionMode {
    /** One, where its statements allow it. */
    AUTO,
    /** One. */
    REQUIRED,
    /** None. */
    NONE
  }

  public Subject {
    accepted = List.copyOf(accepted);
    environments = List.copyOf(environments);
  }

  /** Its name taken apart, if it is well formed. */
  Optional<MigrationName> name() {
    return MigrationName.parse(id);
  }

  /** Its version, if it has one; the rest of the name may be bad. */
  Optional<String> version() {
    return Versions.of(id);
  }

  /** Whether the policy lets the rules that are not mandatory apply to its version. */
  boolean enforced() {
    return version().filter(version -> version.compareTo(policy.enforceFrom()) < 0).isEmpty();
  }

  /** Whether it declares something to do. */
  boolean hasUp() {
    return code
        || up.filter(script -> !script.statements().isEmpty() || !script.problems().isEmpty())
            .isPresent();
  }

  /** Whether the rules can read all of it, so that what they do not find is not there. */
  boolean isReadable() {
    return name().isPresent()
        && hasUp()
        && Scripts.all(this).values().stream().allMatch(script -> script.problems().isEmpty());
  }

  /** The same with the statements that those of {@code up} run in turn. */
  Subject unfolded() {
    return timeline.runsOthers()
        ? new Subject(
            id,
            className,
            type,
            documentation,
            up,
            down,
            verify,
            transaction,
            code,
            codeDown,
            irreversible,
            accepted,
            environments,
            known,
            policy,
            timeline.unfolded())
        : this;
  }

  /** What its up script does. */
  Set<Effect> effects() {
    return Effect.of(up.orElse(Script.EMPTY), type);
  }
}
