package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.postgres.Need.Kind;
import dev.ngdi.migration.postgres.Need.Right;
import dev.ngdi.migration.postgres.Need.Thing;
import java.util.Optional;

/**
 * A need that is not met.
 *
 * @param need the need
 * @param what what is missing
 * @param thing of what, where the need does not say it: a table that inherits, a function with its
 *     arguments; else empty
 * @param owner who owns that, or is the role that is needed
 * @param member whether the user is a member of that role
 * @param user the user
 * @param byGrant whether the server, as from PostgreSQL 16 on, has it in the grant what a member
 *     may
 * @param database the database's name
 */
record Lack(
    Need need,
    What what,
    String thing,
    String owner,
    boolean member,
    String user,
    boolean byGrant,
    String database) {

  /** What can be missing. */
  enum What {
    /** The rights of the owner. */
    OWNER,
    /** The privilege that is needed. */
    PRIVILEGE,
    /** The use of the schema. */
    SCHEMA,
    /** To become a role. */
    ROLE,
    /** The rights of a role. */
    RIGHTS,
    /** {@code CREATE} on the schema, for another role. */
    OTHER,
    /** {@code CREATE} on the database, for a trusted extension. */
    DATABASE,
    /** To be a superuser, for any other extension. */
    SUPERUSER
  }

  /** Empty where a server may be more generous than PostgreSQL's own. */
  Optional<Refusal> refusal() {
    return remark().isPresent() ? Optional.empty() : Optional.of(certain());
  }

  /**
   * What is said of an extension, which providers of PostgreSQL let others create than it does
   * itself.
   */
  Optional<String> remark() {
    String extension = "the extension `" + need.wanted().thing().name().name() + "`, which line ";
    String made = extension + need.line() + " of `" + need.migration() + "` creates, ";
    return switch (what) {
      case DATABASE ->
          Optional.of(
              made
                  + "needs `CREATE ON DATABASE "
                  + Session.quote(database)
                  + "`, which `"
                  + user
                  + "` does not have");
      case SUPERUSER ->
          Optional.of(made + "is not trusted: PostgreSQL itself lets only a superuser create it");
      default -> Optional.empty();
    };
  }

  private Refusal certain() {
    String me = Session.quote(user);
    return switch (what) {
      case OWNER -> ownership();
      case PRIVILEGE -> privilege(privilege(), "`" + owner + "`, which owns it");
      case SCHEMA -> privilege("USAGE ON SCHEMA " + Session.quote(schema()), "its owner");
      case ROLE -> {
        String role = need.wanted().other().isEmpty() ? owner : need.wanted().other();
        String grant =
            "GRANT " + Session.quote(role) + " TO " + me + (byGrant ? " WITH SET TRUE" : "");
        yield refusal(
            "that `" + user + "` can become `" + role + "`, and it cannot",
            "run `" + grant + "` as an administrator of that role");
      }
      case RIGHTS ->
          refusal(
              "the rights of `" + owner + "`, and `" + user + "` does not have them",
              "run `GRANT "
                  + Session.quote(owner)
                  + " TO "
                  + me
                  + "` as an administrator of that role");
      case OTHER -> {
        String privilege = "CREATE ON SCHEMA " + Session.quote(schema());
        String other = need.wanted().other();
        yield refusal(
            "that `" + other + "` has `" + privilege + "`, and it does not",
            "run `GRANT " + privilege + " TO " + Session.quote(other) + "` as its owner");
      }
      default -> throw new IllegalStateException(what.name());
    };
  }

  private String schema() {
    Thing on = need.wanted().thing();
    return on.name().schema().orElse(on.name().name());
  }

  private String privilege() {
    Thing on = need.wanted().thing();
    Right right = need.wanted().right();
    return switch (on.kind()) {
      case RELATION -> {
        boolean sequence = right == Right.USAGE;
        yield table(right) + (sequence ? " ON SEQUENCE " : " ON TABLE ") + on.name().sql();
      }
      case SCHEMA -> right + " ON SCHEMA " + Session.quote(schema());
      case DATABASE -> right + " ON DATABASE " + Session.quote(database);
      case ROUTINE -> right + " ON " + thing;
      default -> right + " ON TYPE " + on.name().sql();
    };
  }

  /** The least that is enough. */
  private static String table(Right right) {
    return switch (right) {
      case LOCK_ACCESS_SHARE -> "SELECT";
      case LOCK_ROW_EXCLUSIVE -> "INSERT";
      case LOCK_ROW_SHARE, LOCK -> "UPDATE";
      default -> right.name();
    };
  }

  private Refusal ownership() {
    String role = Session.quote(owner);
    String me = Session.quote(user);
    String grant =
        member
            ? byGrant
                ? "GRANT " + role + " TO " + me + " WITH INHERIT TRUE"
                : "ALTER ROLE " + me + " INHERIT"
            : "GRANT " + role + " TO " + me;
    return refusal(
        "the owner of `"
            + name()
            + "`, which is `"
            + owner
            + "`; `"
            + user
            + "` "
            + (member ? "is a member of it, and does not inherit its rights" : "is not a member"),
        "connect as `" + owner + "`, or run `" + grant + "` as an administrator of that role");
  }

  private String name() {
    Thing on = need.wanted().thing();
    if (!thing.isEmpty()) {
      return on.kind() == Kind.ROUTINE ? thing.substring(thing.indexOf(' ') + 1) : thing;
    }
    return on.name().sql();
  }

  private Refusal privilege(String privilege, String as) {
    return refusal(
        "`" + privilege + "`, and `" + user + "` does not have it",
        "run `GRANT " + privilege + " TO " + Session.quote(user) + "` as " + as);
  }

  private Refusal refusal(String needed, String whatToDo) {
    return Refusal.of(
        "privilege-missing",
        need.migration(),
        "`" + need.command() + "` in line " + need.line() + " needs " + needed,
        whatToDo);
  }
}
