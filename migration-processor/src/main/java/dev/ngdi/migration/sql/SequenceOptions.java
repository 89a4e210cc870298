package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a statement says of a sequence.
 *
 * @param values by option, lower case: {@code as}, {@code start}, {@code increment}, {@code
 *     minvalue}, {@code maxvalue}, {@code cache}, {@code cycle} ({@code true} or {@code false}),
 *     {@code restart} (empty for the start value); {@code NO MINVALUE} is an empty value. {@code
 *     as} is {@code smallint}, {@code integer} or {@code bigint}; {@code name} is what {@code
 *     SEQUENCE NAME} says, as SQL, and {@code logged} is {@code true} or {@code false}
 * @param ownedBy the table and column that own it; an empty list for {@code OWNED BY NONE}
 */
public record SequenceOptions(Map<String, String> values, Optional<List<String>> ownedBy) {
  /** Nothing said. */
  public static final SequenceOptions NONE = new SequenceOptions(Map.of(), Optional.empty());

  public SequenceOptions {
    values = Map.copyOf(values);
    ownedBy = ownedBy.map(List::copyOf);
  }
}
