package dev.ngdi.migration.schema.differential;

/**
 * Where the replay and the server part.
 *
 * @param sort what makes two failures the same while a case is shrunk
 * @param text what happened
 */
record Failure(String sort, String text) {}
