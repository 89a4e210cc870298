package dev.ngdi.migration.postgres;

/**
 * What a connection reached, as the server says.
 *
 * @param host the host that answered, as the URL has it
 * @param port the port
 * @param database the database's name
 * @param schema the schema that is migrated
 * @param user the user
 * @param version the server's version, such as {@code 15.19}
 */
public record Target(
    String host, int port, String database, String schema, String user, String version) {}
