-- What is held of a person, asked for by themselves or for them: made by a job, fetched once, kept a day at most.
CREATE TABLE person_export (
  id           uuid PRIMARY KEY,
  person_id    uuid NOT NULL,
  account_id   uuid NOT NULL,
  state        text NOT NULL CHECK (state IN ('asked', 'making', 'ready', 'downloaded', 'expired', 'failed')),
  cause        text,
  asked_at     timestamptz NOT NULL,
  ready_at     timestamptz,
  over_at      timestamptz,
  leased_until timestamptz,
  tries        int NOT NULL DEFAULT 0
);
CREATE INDEX person_export_of_person ON person_export (person_id, asked_at);
CREATE INDEX person_export_open ON person_export (asked_at) WHERE state IN ('asked', 'making', 'ready');

-- The archive while it waits, under a key of its own: both are gone once it was fetched.
CREATE TABLE person_export_archive (
  id      uuid PRIMARY KEY REFERENCES person_export,
  content bytea NOT NULL,
  key_id  uuid NOT NULL REFERENCES sealing_key
);

GRANT SELECT, INSERT, UPDATE ON person_export TO hl_core;
GRANT SELECT, INSERT, DELETE ON person_export_archive TO hl_core;
GRANT DELETE ON sealing_key TO hl_core;
