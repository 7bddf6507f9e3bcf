-- Zoom, Zoho and Google. What opens an account there is sealed by sync, which alone can open it; the version tells who was slower.
CREATE TABLE provider_account (
  source     text NOT NULL,
  account    text NOT NULL,
  sealed     bytea,
  version    bigint NOT NULL DEFAULT 0,
  renewed_at timestamptz,
  PRIMARY KEY (source, account)
);

-- One row a class of calls that shares a limit: when the next of them may begin.
CREATE TABLE provider_permit (
  lane      text PRIMARY KEY,
  next_slot timestamptz NOT NULL
);

-- How the last runs went; causes are words of ours. fetched_to: up to when we know all there was.
CREATE TABLE source_state (
  source          text NOT NULL,
  account         text NOT NULL,
  fetched_to      timestamptz,
  resting_until   timestamptz,
  failing_since   timestamptz,
  cause           text,
  nothing_since   timestamptz,
  PRIMARY KEY (source, account)
);

-- A person stopped what runs by itself; no row: it runs.
CREATE TABLE source_pause (
  source    text PRIMARY KEY,
  paused_at timestamptz NOT NULL,
  paused_by uuid NOT NULL
);

CREATE TABLE fetch_run (
  id          uuid PRIMARY KEY,
  source      text NOT NULL,
  account     text NOT NULL,
  kind        text NOT NULL,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  outcome     text NOT NULL,
  cause       text,
  fetched     int NOT NULL DEFAULT 0,
  changed     int NOT NULL DEFAULT 0,
  skipped     int NOT NULL DEFAULT 0
);
CREATE INDEX fetch_run_by_time ON fetch_run (source, started_at DESC);
CREATE INDEX fetch_run_going_on ON fetch_run (source, account, kind) WHERE finished_at IS NULL;

-- Where a provider's list goes on, in the provider's own words; moved in the transaction that stores what lies before it.
CREATE TABLE fetch_cursor (
  source   text NOT NULL,
  name     text NOT NULL,
  value    text NOT NULL,
  moved_at timestamptz NOT NULL,
  PRIMARY KEY (source, name)
);

-- Some providers name records by texts: observations take the number.
CREATE TABLE source_record (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text NOT NULL,
  key    text NOT NULL,
  UNIQUE (source, key)
);

-- As observation, for what these providers answer: kept when it differs from the last.
CREATE TABLE source_observation (
  id          uuid PRIMARY KEY,
  source      text NOT NULL,
  record_id   bigint NOT NULL,
  ticket      bigint NOT NULL,
  received_at timestamptz NOT NULL,
  seen_ticket bigint NOT NULL,
  seen_until  timestamptz NOT NULL,
  state       text NOT NULL,
  identity_id uuid REFERENCES identity,
  fingerprint bytea NOT NULL,
  content     bytea,
  key_id      uuid REFERENCES sealing_key,
  UNIQUE (source, record_id, ticket)
);
CREATE INDEX source_observation_by_time ON source_observation (received_at);
CREATE INDEX source_observation_of_identity ON source_observation (identity_id) WHERE identity_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON source_observation TO hl_core;
GRANT SELECT, INSERT, UPDATE ON provider_account, provider_permit, source_state, fetch_run, fetch_cursor TO hl_core;
GRANT SELECT, INSERT, DELETE ON source_pause TO hl_core;
GRANT SELECT, INSERT ON source_record TO hl_core;
