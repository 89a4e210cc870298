package example.foreign_key_locks_parent;

import dev.ngdi.migration.SchemaMigration;

/** A publisher can answer for the review of a brewery. */
@SchemaMigration(
    up =
        """
        CREATE TABLE brewery_review (
            id bigint PRIMARY KEY,
            brewery_id bigint NOT NULL REFERENCES brewery (id),
            brewery_publisher_id bigint NOT NULL REFERENCES brewery_publisher (id)
        );
        CREATE INDEX brewery_review_brewery_id_idx ON brewery_review (brewery_id);
        CREATE INDEX brewery_review_brewery_publisher_id_idx ON brewery_review (brewery_publisher_id);
        """,
    down = "DROP TABLE brewery_review;")
final class V20260301110000__create_brewery_review_table {}
