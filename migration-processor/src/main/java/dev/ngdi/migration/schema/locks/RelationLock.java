package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.locks.LockMode.Blocked;

/**
 * The strongest lock that a statement takes on a relation, and the long work that it does there.
 *
 * @param oid the relation's number: a table, view, sequence or index
 * @param name its name as SQL, with its schema where that is needed
 * @param mode the strongest lock
 * @param rewrite whether its rows are written anew, all of them; so are its indexes then
 * @param scan whether all its rows are read, as a validation or an index build does
 * @param indexRebuild whether indexes that it had are built anew
 * @param certain false where the schema does not tell and the stronger was taken
 * @param comparedWith the number of the table whose rows a new foreign key compares with this one's
 *     rows; where that is empty nothing is read here; 0 for none
 */
public record RelationLock(
    int oid,
    String name,
    LockMode mode,
    boolean rewrite,
    boolean scan,
    boolean indexRebuild,
    boolean certain,
    int comparedWith) {

  /** Whether it does anything whose time grows with the relation. */
  public boolean works() {
    return rewrite || scan || indexRebuild;
  }

  /** What has to wait for it. */
  public Blocked blocks() {
    return mode.blocks();
  }

  /** Whether writes, or reads too, have to wait as long as it works through the relation. */
  public boolean blocksWritesWhileItWorks() {
    return works() && blocks().compareTo(Blocked.WRITES) >= 0;
  }

  /** The same where rows are read only to compare them with those of a table. */
  RelationLock comparedWith(int table) {
    return new RelationLock(oid, name, mode, rewrite, scan, indexRebuild, certain, table);
  }

  /** The same where no rows are read. */
  RelationLock withoutScan() {
    return new RelationLock(oid, name, mode, rewrite, false, indexRebuild, certain, 0);
  }
}
