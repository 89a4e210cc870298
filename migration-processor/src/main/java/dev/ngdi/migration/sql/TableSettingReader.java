package dev.ngdi.migration.sql;

import java.util.Optional;

/** Reads {@code SET} and {@code RESET} of an {@code ALTER TABLE}. */
final class TableSettingReader {
  private TableSettingReader() {}

  static TableAction read(String sql, Cursor cursor) {
    boolean reset = cursor.skip("reset");
    cursor.skip("set");
    if (cursor.atSymbol("(")) {
      return new TableAction.SetOptions(sql, StorageParameters.change(cursor.nested(), reset));
    }
    if (cursor.skip("schema")) {
      return new TableAction.SetSchema(sql, cursor.name());
    }
    if (cursor.skip("logged")) {
      return new TableAction.SetLogged(sql, true);
    }
    if (cursor.skip("unlogged")) {
      return new TableAction.SetLogged(sql, false);
    }
    if (cursor.skip("tablespace")) {
      return new TableAction.SetTablespace(sql, cursor.name());
    }
    if (cursor.skip("access", "method")) {
      return new TableAction.SetAccessMethod(
          sql, cursor.at("default") ? Optional.empty() : Optional.of(cursor.name()));
    }
    return cursor.skip("without", "cluster")
        ? new TableAction.ClusterOn(sql, Optional.empty())
        : new TableAction.OtherAction(sql);
  }
}
