-- That somebody is to be erased: asked for by one administrator, approved by another. Ids and times; why lies sealed under the person's
-- own key and goes with it. entry is what the ledger outside the database holds of it, too: ids and keyed digests.
CREATE TABLE erasure (
  id              uuid PRIMARY KEY,
  person_id       uuid NOT NULL,
  state           text NOT NULL CHECK (state IN ('asked', 'withdrawn', 'done')),
  plan            bytea NOT NULL,
  asked_by        uuid NOT NULL,
  asked_at        timestamptz NOT NULL,
  reason          bytea,
  key_id          uuid REFERENCES sealing_key,
  decided_by      uuid,
  decided_at      timestamptz,
  entry           jsonb,
  destroyed       jsonb,
  seats_gone_at   timestamptz,
  account_gone_at timestamptz,
  -- The last line of defence: nobody erases alone.
  CHECK (state <> 'done' OR decided_by <> asked_by),
  CHECK (state <> 'done' OR (entry IS NOT NULL AND reason IS NULL AND key_id IS NULL))
);
CREATE UNIQUE INDEX erasure_open ON erasure (person_id) WHERE state = 'asked';
CREATE INDEX erasure_to_tell ON erasure (id) WHERE state = 'done' AND account_gone_at IS NULL;

-- What a record of somebody erased is known by, should it come again.
CREATE TABLE tombstone (
  digest     bytea NOT NULL,
  erasure_id uuid NOT NULL REFERENCES erasure,
  erased_at  timestamptz NOT NULL,
  PRIMARY KEY (digest, erasure_id)
);

-- Which ledger belongs to this database.
CREATE TABLE erasure_ledger (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  id  uuid NOT NULL
);

-- A client asked for it themselves; administrators decide.
CREATE TABLE erasure_wish (
  person_id uuid PRIMARY KEY REFERENCES person,
  asked_at  timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON erasure TO hl_core;
GRANT SELECT, INSERT ON tombstone, erasure_ledger TO hl_core;
GRANT SELECT, INSERT, DELETE ON erasure_wish TO hl_core;
-- What goes with a person, and with nobody else's decision than two administrators'.
GRANT DELETE ON sealing_key, identity, person, match_candidate, match_decision, observation, source_observation, source_record, lead, outcome, act,
  outbox, check_in, check_in_change, care_check_in, portal_setting, booking_change, google_own_event TO hl_core;
-- What hooks said of who came to a meeting.
GRANT UPDATE ON inbox_delivery TO hl_core;
