package dev.ngdi.migration.model;

import java.util.List;
import java.util.Optional;

/**
 * A migration as the code declares it. One that passed the rules has either {@code up} or {@code
 * code}, and unless it is irreversible a way back of the same sort.
 *
 * @param id the simple name of its class, {@code V20261122103700__add_user_role_field}
 * @param className the binary name of its class
 * @param type which annotation it bears
 * @param documentation its Javadoc as text, empty if it has none
 * @param up the SQL that makes the change; empty for a code migration
 * @param down the SQL that takes it back; empty if it cannot be, or for a code migration
 * @param verify the query that proves it
 * @param code what is known of the Java code, for a class that implements {@code MigrationCode}
 * @param irreversible why it cannot be taken back, if it says so
 * @param accepted the rules it accepts, in the order written
 * @param environments the environments a seed is for; empty for all
 * @param reversibility how far it can be taken back
 */
public record DeclaredMigration(
    String id,
    String className,
    MigrationType type,
    String documentation,
    Optional<Sql> up,
    Optional<Sql> down,
    Optional<String> verify,
    Optional<Code> code,
    Optional<String> irreversible,
    List<Acceptance> accepted,
    List<String> environments,
    Reversibility reversibility) {

  /**
   * The Java code of a migration.
   *
   * @param sha256 the SHA-256 of the class's source file
   * @param catalogue the binary name of the generated class that makes it
   * @param down whether it has code for the way back
   */
  public record Code(String sha256, String catalogue, boolean down) {}

  public DeclaredMigration {
    accepted = List.copyOf(accepted);
    environments = List.copyOf(environments);
  }

  /** Its version: 14 digits. */
  public String version() {
    return id.substring(1, 15);
  }

  /** Its name without the version, in snake case. */
  public String name() {
    return id.substring(17);
  }

  /** Flyway's description: the name with spaces. */
  public String description() {
    return name().replace('_', ' ');
  }

  /**
   * The SHA-256 of what {@code up} does: of its SQL, or of the source of its code. A change of it
   * is a change of an applied migration.
   */
  public String sha256() {
    return up.map(Sql::sha256).or(() -> code.map(Code::sha256)).orElseGet(() -> Digest.sha256(""));
  }

  /** Whether there is a way back. */
  public boolean reversible() {
    return irreversible.isEmpty() && (down.isPresent() || code.filter(Code::down).isPresent());
  }

  /** Whether {@code up} runs in a transaction. */
  public boolean transactional() {
    return up.map(Sql::transactional).orElse(true);
  }

  /** Whether a seed is for the environment; everything else is for all. */
  public boolean isFor(Optional<String> environment) {
    return environments.isEmpty() || environment.filter(environments::contains).isPresent();
  }
}
