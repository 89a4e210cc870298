package dev.ngdi.migration.postgres;

import java.util.Optional;

/**
 * Who runs the migrations, for the journal.
 *
 * @param tool name and version of this tool
 * @param who the person or the machine, such as {@code user@host}
 * @param commit the source revision, if known
 */
public record Origin(String tool, String who, Optional<String> commit) {}
