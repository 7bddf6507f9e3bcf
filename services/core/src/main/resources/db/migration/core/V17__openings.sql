-- The weekday and hour somebody usually comes at, so that whom an opening suits is found without looking at everyone. Derived.
CREATE TABLE usual_hour (
  person_id   uuid PRIMARY KEY,
  calendar_id bigint NOT NULL,
  weekday     int NOT NULL,
  minute      int NOT NULL,
  duration    int NOT NULL
);
CREATE INDEX usual_hour_by_time ON usual_hour (calendar_id, weekday, minute);

-- Times in which something changed: whoever usually comes then is evaluated again.
CREATE TABLE touched_time (
  id          uuid PRIMARY KEY,
  calendar_id bigint NOT NULL,
  starts_at   timestamptz NOT NULL,
  ends_at     timestamptz NOT NULL
);

-- Rows are locked while they are taken, which asks for the right to update.
GRANT SELECT, INSERT, UPDATE, DELETE ON usual_hour, touched_time TO hl_core;
