package dev.ngdi.migration.schema;

/**
 * A rule of a table or view; the one that makes a view is not among them.
 *
 * @param scope the number of its table or view
 * @param event {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param action what stands behind the table's name, condition included
 * @param state as a trigger's
 */
public record RewriteRule(
    int oid, int scope, String name, String event, boolean instead, Bound action, char state)
    implements CatalogObject {
  @Override
  public String kind() {
    return "RULE";
  }

  /** The same under another name. */
  public RewriteRule withName(String other) {
    return new RewriteRule(oid, scope, other, event, instead, action, state);
  }

  /** The same in another state. */
  public RewriteRule withState(char other) {
    return new RewriteRule(oid, scope, name, event, instead, action, other);
  }
}
