-- Attendance. What was fetched lies in source_observation; these are derived from it: when each run was, and what was judged.
CREATE TABLE zoom_run (
  run_id      bigint PRIMARY KEY,
  calendar_id bigint NOT NULL,
  opens_at    timestamptz NOT NULL,
  closes_at   timestamptz NOT NULL,
  people      int NOT NULL
);
CREATE INDEX zoom_run_by_time ON zoom_run (opens_at);

-- Times, states and words of ours; starts_at tells whether it is about the booking's time of now.
CREATE TABLE attendance (
  booking_id      bigint PRIMARY KEY,
  starts_at       timestamptz NOT NULL,
  verdict         text NOT NULL,
  state           text NOT NULL,
  rung            text,
  present_from    timestamptz[] NOT NULL,
  present_to      timestamptz[] NOT NULL,
  arrived_at      timestamptz,
  present_seconds bigint NOT NULL,
  host_seconds    bigint NOT NULL,
  facts           text[] NOT NULL,
  settled         boolean NOT NULL,
  runs            bigint[] NOT NULL,
  received_at     timestamptz NOT NULL
);

-- Which sessions were looked at, and when each is looked at again: lists grow for a while after the end.
CREATE TABLE attendance_look (
  booking_id bigint PRIMARY KEY,
  starts_at  timestamptz NOT NULL,
  read_at    timestamptz,
  looks      int NOT NULL DEFAULT 0,
  next_at    timestamptz
);
CREATE INDEX attendance_look_due ON attendance_look (next_at) WHERE next_at IS NOT NULL;

-- What hooks told: kinds and times, nothing of anybody. One row a delivery.
CREATE TABLE zoom_hook (
  delivery_id uuid PRIMARY KEY REFERENCES inbox_delivery,
  run_id      bigint NOT NULL,
  kind        text NOT NULL,
  by_host     boolean NOT NULL,
  at          timestamptz NOT NULL
);
CREATE INDEX zoom_hook_of_run ON zoom_hook (run_id);
CREATE INDEX inbox_delivery_of_zoom ON inbox_delivery (received_at) WHERE provider = 'zoom';

-- Sessions of a practitioner by time, for those that ended.
CREATE INDEX booking_in_calendar ON booking (calendar_id, starts_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON zoom_run, attendance, attendance_look TO hl_core;
GRANT SELECT, INSERT ON zoom_hook TO hl_core;
