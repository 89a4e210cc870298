package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.CatalogueQuery.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the system catalogue has rows for that no script makes, as far as it is told apart. */
final class SystemRows {
  /** A number that nothing has that a script makes. */
  static final Datum OID = Datum.oid(1);

  private static final String ANY = String.valueOf(Datum.ANYTHING);

  /** The relations of {@code information_schema}, but for those that begin with {@code sql_}. */
  private static final Set<String> STANDARD =
      Set.of(
          ("administrable_role_authorizations applicable_roles attributes character_sets"
                  + " check_constraint_routine_usage check_constraints"
                  + " collation_character_set_applicability collations column_column_usage"
                  + " column_domain_usage column_options column_privileges column_udt_usage columns"
                  + " constraint_column_usage constraint_table_usage data_type_privileges"
                  + " domain_constraints domain_udt_usage domains element_types enabled_roles"
                  + " foreign_data_wrapper_options foreign_data_wrappers foreign_server_options"
                  + " foreign_servers foreign_table_options foreign_tables"
                  + " information_schema_catalog_name key_column_usage parameters"
                  + " referential_constraints role_column_grants role_routine_grants"
                  + " role_table_grants role_udt_grants role_usage_grants routine_column_usage"
                  + " routine_privileges routine_routine_usage routine_sequence_usage"
                  + " routine_table_usage routines schemata sequences table_constraints"
                  + " table_privileges tables transforms triggered_update_columns triggers"
                  + " udt_privileges usage_privileges user_defined_types user_mapping_options"
                  + " user_mappings view_column_usage view_routine_usage view_table_usage views")
              .split(" "));

  private SystemRows() {}

  /** A row that may be there, with what is known of it. */
  static void one(List<Candidate> rows, Map<String, Datum> fields) {
    rows.add(new Candidate(new Datum.Row(fields), false));
  }

  static void schemas(List<Candidate> rows, String name) {
    one(rows, Map.of(name, text("pg_" + ANY), "oid", OID));
    one(rows, Map.of(name, text("information_schema"), "oid", OID));
  }

  /** The relations, as {@code pg_class} has them. */
  static void relations(Schema schema, List<Candidate> rows) {
    Datum catalog = Datum.oid(Schema.PG_CATALOG);
    one(rows, Map.of("oid", OID, "relname", text("pg_" + ANY), "relnamespace", catalog));
    one(rows, Map.of("oid", OID, "relname", text("sql_" + ANY), "relnamespace", OID));
    one(rows, Map.of("oid", OID, "relname", text("_pg_" + ANY), "relnamespace", OID));
    for (String name : STANDARD) {
      one(rows, Map.of("oid", OID, "relname", text(name), "relnamespace", OID));
    }
    for (Extension extension : schema.all(Extension.class)) {
      ExtensionRelations.of(extension.name())
          .forEach(name -> one(rows, Map.of("oid", OID, "relname", text(name))));
    }
  }

  /** The relations under the names of their schemas. */
  static void relations(Schema schema, List<Candidate> rows, String scope, String name) {
    one(rows, Map.of(scope, text("pg_catalog"), name, text("pg_" + ANY)));
    Datum standard = text("information_schema");
    one(rows, Map.of(scope, standard, name, text("sql_" + ANY)));
    one(rows, Map.of(scope, standard, name, text("_pg_" + ANY)));
    STANDARD.forEach(view -> one(rows, Map.of(scope, standard, name, text(view))));
    for (Extension extension : schema.all(Extension.class)) {
      ExtensionRelations.of(extension.name())
          .forEach(table -> one(rows, Map.of(name, text(table))));
    }
  }

  static void constraints(List<Candidate> rows) {
    Datum catalog = Datum.oid(Schema.PG_CATALOG);
    Datum own = text("pg_" + ANY);
    one(rows, Map.of("oid", OID, "conname", own, "conrelid", OID, "connamespace", catalog));
    for (String check : List.of("cardinal_number_domain_check", "yes_or_no_check")) {
      one(
          rows,
          Map.of(
              "oid", OID,
              "conname", text(check),
              "contype", text("c"),
              "conrelid", Datum.oid(0),
              "connamespace", OID));
    }
  }

  static void types(List<Candidate> rows) {
    BuiltinTypes.NAMES.forEach(name -> one(rows, Map.of("oid", OID, "typname", text(name))));
    one(rows, Map.of("oid", OID, "typname", text("_" + ANY)));
    one(rows, Map.of("oid", OID, "typname", text("pg_" + ANY)));
  }

  private static Datum text(String text) {
    return new Datum.Text(text);
  }
}
