package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.model.MigrationType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that fit and names that do not. */
class NamingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create_licence_table           | CREATE TABLE licence (id int)
          create_metadata_search_view    | CREATE OR REPLACE VIEW metadata_search AS SELECT 1
          create_dataset_status_enum     | CREATE TYPE dataset_status AS ENUM ('draft')
          create_dataset_title_index     | CREATE INDEX CONCURRENTLY dataset_title_idx ON dataset (title)
          introduce_organisation_members | CREATE TABLE organisation_member (id int)
          add_user_role_field            | ALTER TABLE app_user ADD COLUMN role text
          add_user_email_constraint      | ALTER TABLE app_user ADD CONSTRAINT email_ck CHECK (email <> '')
          add_user_email_index           | CREATE INDEX CONCURRENTLY app_user_email_idx ON app_user (email)
          add_dataset_status_withdrawn   | ALTER TYPE dataset_status ADD VALUE 'withdrawn'
          add_user_email_comment         | COMMENT ON COLUMN app_user.email IS 'what they log in with'
          add_user_role_default          | ALTER TABLE app_user ALTER COLUMN role SET DEFAULT 'reader'
          add_role_editor_row            | INSERT INTO role (name) VALUES ('editor')
          add_harvest_job_table          | CREATE TABLE harvest_job (id int)
          remove_user_phone_field        | ALTER TABLE app_user DROP COLUMN phone
          remove_user_role_default       | ALTER TABLE app_user ALTER COLUMN role DROP DEFAULT
          remove_email_not_null          | ALTER TABLE app_user ALTER COLUMN email DROP NOT NULL
          remove_dataset_theme_index     | DROP INDEX CONCURRENTLY dataset_theme_idx
          remove_expired_sessions        | DELETE FROM session WHERE expires < now()
          drop_legacy_view               | DROP VIEW legacy
          rename_user_name_to_login      | ALTER TABLE app_user RENAME COLUMN name TO login
          rename_status_type             | ALTER TYPE status RENAME TO dataset_status
          change_user_email_type         | ALTER TABLE app_user ALTER COLUMN email TYPE varchar(320)
          alter_dataset_owner            | ALTER TABLE dataset OWNER TO portal
          update_search_function         | CREATE OR REPLACE FUNCTION search() RETURNS int LANGUAGE sql AS 'SELECT 1'
          replace_search_view            | DROP VIEW search; CREATE VIEW search AS SELECT 1
          tighten_user_email             | ALTER TABLE app_user ALTER COLUMN email SET NOT NULL
          require_user_email             | ALTER TABLE app_user ADD CONSTRAINT c CHECK (email IS NOT NULL) NOT VALID
          relax_user_phone               | ALTER TABLE app_user ALTER COLUMN phone DROP NOT NULL
          validate_user_email_check      | ALTER TABLE app_user VALIDATE CONSTRAINT user_email_check
          grant_reader_access            | GRANT SELECT ON dataset TO reader
          revoke_reader_access           | REVOKE SELECT ON dataset FROM reader
          enable_dataset_row_security    | ALTER TABLE dataset ENABLE ROW LEVEL SECURITY
          enable_postgis_extension       | CREATE EXTENSION postgis
          disable_audit_trigger          | ALTER TABLE record DISABLE TRIGGER audit
          attach_audit_log_november      | ALTER TABLE audit_log ATTACH PARTITION audit_2026_11 DEFAULT
          detach_audit_log_october       | ALTER TABLE audit_log DETACH PARTITION audit_2026_10
          refresh_search_view            | REFRESH MATERIALIZED VIEW search
          fix_dataset_dates              | UPDATE dataset SET created = modified WHERE created IS NULL
          comment_user_table             | COMMENT ON TABLE app_user IS 'people'
          create_audit_partitions        | DO $$ BEGIN EXECUTE 'CREATE TABLE x ()'; END $$
          """)
  void schemaNamesThatFit(String name, String up) {
    assertThat(mismatches(name, up, MigrationType.SCHEMA)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fill_user_roles           | UPDATE app_user SET role = 'reader' WHERE role IS NULL
          backfill_dataset_slugs    | UPDATE dataset SET slug = id
          copy_user_name_to_login   | UPDATE app_user SET login = name
          copy_users_to_accounts    | INSERT INTO account SELECT FROM app_user
          merge_duplicate_keywords  | DELETE FROM keyword k USING keyword o WHERE o.label = k.label
          split_user_full_name      | UPDATE app_user SET first = full_name
          move_licences_to_records  | WITH gone AS (DELETE FROM licence RETURNING id) SELECT FROM gone
          remove_user_phone_spaces  | UPDATE app_user SET phone = replace(phone, ' ', '')
          add_keyword_prefixes      | UPDATE keyword SET label = 'x' || label
          create_default_roles      | INSERT INTO role (name) VALUES ('reader')
          convert_extents_to_wgs84  | UPDATE extent SET west = west / 2
          archive_old_jobs          | DELETE FROM harvest_job WHERE finished < '2026-01-01'
          correct_licence_urls      | UPDATE licence SET url = 'x'
          delete_orphan_bounding_box | DELETE FROM bounding_boxes WHERE dataset_id IS NULL
          """)
  void dataNamesThatFit(String name, String up) {
    assertThat(mismatches(name, up, MigrationType.DATA)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seed_user_editor        | INSERT INTO app_user (name) VALUES ('editor')
          insert_licence_defaults | INSERT INTO licences (name) VALUES ('CC0')
          import_inspire_keywords | COPY keyword FROM '/srv/keywords'
          load_country_codes      | INSERT INTO country (code) VALUES ('NG')
          create_reader_role_row  | INSERT INTO role (name) VALUES ('reader')
          enable_feature_map      | INSERT INTO setting (name) VALUES ('feature.map')
          """)
  void seedNamesThatFit(String name, String up) {
    assertThat(mismatches(name, up, MigrationType.SEED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create_licence_table    | ALTER TABLE licence ADD COLUMN url text | action-mismatch
          create_licence_table    | DROP TABLE licence                      | action-mismatch
          create_user_table       | INSERT INTO app_user VALUES (1)         | action-mismatch
          add_user_role_field     | ALTER TABLE app_user DROP COLUMN role   | action-mismatch
          remove_user_role_field  | ALTER TABLE app_user ADD COLUMN role text | action-mismatch
          remove_user_role_field  | UPDATE app_user SET role = NULL         | action-mismatch
          rename_user_role_field  | ALTER TABLE app_user ADD COLUMN role text | action-mismatch
          change_licence_table    | CREATE TABLE licence (id int)           | action-mismatch
          seed_licence_rows       | UPDATE licence SET url = ''             | action-mismatch
          validate_user_email     | ALTER TABLE app_user ADD COLUMN email text | action-mismatch
          add_user_role_field     | ALTER TABLE dataset ADD COLUMN theme text | entity-mismatch
          create_licence_table    | CREATE TABLE keyword (id int)           | entity-mismatch
          add_customer_role_field | ALTER TABLE app_user ADD COLUMN role text | entity-mismatch
          """)
  void namesThatDoNotFit(String name, String up, String rule) {
    assertThat(mismatches(name, up, MigrationType.SCHEMA)).containsExactly(rule);
  }

  @Test
  void theErrorSaysWhatTheSqlDoesAndNamesItSo() {
    TestSubject subject =
        TestSubject.GOOD
            .named("create_licence_table")
            .withUp("ALTER TABLE app_user ADD COLUMN role text; UPDATE app_user SET role = ''");

    assertThat(subject.problems("action-mismatch"))
        .containsExactly(
            "the name says `create`, but its SQL is `ALTER TABLE app_user`, `UPDATE app_user`");
    assertThat(subject.proposals("action-mismatch"))
        .containsExactly("final class V20261122103700__add_app_user_role_field");
  }

  @Test
  void whatTheSqlOfATeamsOwnActionDoesIsNotCompared() {
    Policy policy = new Policy(14, "", Set.of("publish"), Map.of());

    assertThat(TestSubject.GOOD.named("publish_dataset_view").under(policy).judged()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          V202611221037__add_user_role_field       | V20261122103700__add_user_role_field
          V20261122__add_user_role_field           | V20261122000000__add_user_role_field
          V20261122_103700__add_user_role_field    | V20261122103700__add_user_role_field
          V20261122103700_add_user_role_field      | V20261122103700__add_user_role_field
          v20261122103700__add_user_role_field     | V20261122103700__add_user_role_field
          V20261122103700999__add_user_role_field  | V20261122103700__add_user_role_field
          V20261322256199__add_user_role_field     | V20261222235959__add_user_role_field
          V20260229103700__add_user_role_field     | V20260228103700__add_user_role_field
          V20261122103700                          | V20261122103700__add_app_user_role_field
          Migration                                | V<yyyyMMddHHmmss>__add_app_user_role_field
          V1__addUserRole                          | V<yyyyMMddHHmmss>__add_user_role
          """)
  void aBadVersionIsCorrected(String id, String proposed) {
    assertThat(TestSubject.GOOD.withId(id).judged()).containsExactly("version-format");
    assertThat(TestSubject.GOOD.withId(id).proposals("version-format"))
        .containsExactly("final class " + proposed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          addUserRoleField        | add_user_role_field
          add-user-role           | add_user_role
          Add_User_Role           | add_user_role
          add__user_role          | add_user_role
          add_user_rôle           | add_user_role
          add_role                | add_app_user_role_field
          add_user_role_field_    | add_user_role_field
          """)
  void aBadNameIsCorrected(String name, String proposed) {
    assertThat(TestSubject.GOOD.named(name).judged()).containsExactly("name-format");
    assertThat(TestSubject.GOOD.named(name).proposals("name-format"))
        .containsExactly("final class V20261122103700__" + proposed);
  }

  @Test
  void sixtyThreeBytesAreNotTooLong() {
    String name = "add_user_" + "r".repeat(63 - "V20261122103700__add_user_".length());

    assertThat(TestSubject.GOOD.named(name).judged()).isEmpty();
    assertThat(TestSubject.GOOD.named(name + "r").judged()).containsExactly("name-format");
  }

  @Test
  void oneIdInTwoPackagesIsADuplicateVersionOnly() {
    assertThat(
            TestSubject.GOOD
                .beside(Map.of(TestSubject.GOOD.id(), List.of("org.other.Same")))
                .judged())
        .containsExactly("version-duplicate");
  }

  private static List<String> mismatches(String name, String up, MigrationType type) {
    TestSubject subject = TestSubject.GOOD.named(name).withType(type).withUp(up);
    assertThat(subject.problems("syntax-error")).isEmpty();
    return subject.judged().stream()
        .filter(Set.of("action-unknown", "action-mismatch", "entity-mismatch")::contains)
        .toList();
  }
}
