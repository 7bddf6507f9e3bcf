-- For how many years each kind of record is kept; what is not here is kept as every practice starts.
CREATE TABLE retention_setting (
  kind   text PRIMARY KEY CHECK (kind IN ('sessions', 'mood', 'contacts', 'news')),
  years  int NOT NULL CHECK (years BETWEEN 1 AND 50),
  set_at timestamptz NOT NULL,
  set_by uuid NOT NULL
);
CREATE INDEX care_check_in_by_time ON care_check_in (opened_at);
CREATE INDEX outcome_by_time ON outcome (at);
CREATE INDEX act_by_time ON act (at);

GRANT SELECT, INSERT, UPDATE ON retention_setting TO hl_core;
-- What is past its time is removed where it came from: what is derived from it follows.
GRANT DELETE ON observation, source_observation, booking_change, look, google_own_event, check_in, check_in_change, care_check_in,
  outcome, act, outbox, inbox_delivery, zoom_hook, sealing_key TO hl_core;
