-- A comparison of what we hold with what Acuity answers, over a window of appointment dates. Ids, times and counts only.
CREATE TABLE sweep (
  id           uuid PRIMARY KEY,
  kind         text NOT NULL,
  state        text NOT NULL,
  cause        text,
  from_date    date NOT NULL,
  to_date      date NOT NULL,
  asked_at     timestamptz NOT NULL,
  started_at   timestamptz,
  finished_at  timestamptz,
  leased_until timestamptz,
  windows      int NOT NULL,
  windows_read int NOT NULL DEFAULT 0,
  same         int NOT NULL DEFAULT 0,
  under_way    int NOT NULL DEFAULT 0,
  missing      int NOT NULL DEFAULT 0,
  different    int NOT NULL DEFAULT 0,
  extra        int NOT NULL DEFAULT 0
);
-- One at a time: two would read the same windows from one small ration.
CREATE UNIQUE INDEX sweep_going_on ON sweep ((true)) WHERE state IN ('asked', 'running');

CREATE TABLE sweep_difference (
  sweep_id    uuid NOT NULL REFERENCES sweep,
  appointment bigint NOT NULL,
  kind        text NOT NULL,
  PRIMARY KEY (sweep_id, appointment)
);

-- Which bookings a window should show.
CREATE INDEX booking_by_start ON booking (starts_at);

GRANT SELECT, INSERT, UPDATE ON sweep TO hl_core;
GRANT SELECT, INSERT ON sweep_difference TO hl_core;

-- Making the derived tables anew: which of them is under way, and after which of its rows to go on.
CREATE TABLE rebuild (
  id           uuid PRIMARY KEY,
  state        text NOT NULL,
  asked_at     timestamptz NOT NULL,
  finished_at  timestamptz,
  leased_until timestamptz,
  stage        int NOT NULL DEFAULT 0,
  mark         text,
  rows         bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX rebuild_going_on ON rebuild ((true)) WHERE state = 'running';

GRANT SELECT, INSERT, UPDATE ON rebuild TO hl_core;

-- Reading far back, window by window, the newest first: cursor_date is the last day of the window that comes next.
CREATE TABLE backfill (
  id           uuid PRIMARY KEY,
  state        text NOT NULL,
  from_date    date NOT NULL,
  to_date      date NOT NULL,
  cursor_date  date NOT NULL,
  asked_at     timestamptz NOT NULL,
  finished_at  timestamptz,
  leased_until timestamptz,
  next_try_at  timestamptz NOT NULL,
  failures     int NOT NULL DEFAULT 0,
  cause        text,
  windows      int NOT NULL,
  windows_done int NOT NULL DEFAULT 0,
  left_out     int NOT NULL DEFAULT 0,
  rows         bigint NOT NULL DEFAULT 0,
  new_rows     bigint NOT NULL DEFAULT 0,
  took_millis  bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX backfill_going_on ON backfill ((true)) WHERE state IN ('running', 'paused');

GRANT SELECT, INSERT, UPDATE ON backfill TO hl_core;
