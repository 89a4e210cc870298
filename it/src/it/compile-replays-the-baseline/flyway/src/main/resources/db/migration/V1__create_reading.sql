CREATE TABLE reading (
  id       bigint PRIMARY KEY,
  taken_at timestamptz NOT NULL,
  value    numeric
);
