CREATE INDEX reading_taken_at_idx ON reading (taken_at);
