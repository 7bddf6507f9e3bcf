-- What people did about a person beside logging an outcome: never changed, only undone. What it says is sealed.
CREATE TABLE act (
  id             uuid PRIMARY KEY,
  person_id      uuid NOT NULL REFERENCES person,
  account_id     uuid NOT NULL,
  kind           text NOT NULL,
  at             timestamptz NOT NULL,
  content        bytea NOT NULL,
  key_id         uuid NOT NULL REFERENCES sealing_key,
  version        bigint NOT NULL,
  undone_at      timestamptz,
  undone_by      uuid,
  undone_version bigint
);
CREATE INDEX act_of_person ON act (person_id, at);

-- The person's version that an act made: whoever acts on an older one is told what happened since.
ALTER TABLE outcome ADD COLUMN version bigint NOT NULL DEFAULT 0, ADD COLUMN undone_version bigint;
ALTER TABLE outcome ALTER COLUMN version DROP DEFAULT;

-- What the list is filtered by.
ALTER TABLE lead
  ADD COLUMN rules           text[] NOT NULL DEFAULT '{}',
  ADD COLUMN owner_id        uuid,
  ADD COLUMN snoozed         boolean NOT NULL DEFAULT false,
  ADD COLUMN snoozed_until   timestamptz,
  ADD COLUMN last_outcome_at timestamptz,
  ADD COLUMN call_back_at    timestamptz;
CREATE INDEX lead_of_owner ON lead (owner_id, score_tenths DESC, waiting_since, person_id) WHERE placement = 'listed';
CREATE INDEX lead_of_calendar ON lead (calendar_id, score_tenths DESC, waiting_since, person_id) WHERE placement = 'listed';
CREATE INDEX lead_by_rule ON lead USING gin (rules) WHERE placement = 'listed';
CREATE INDEX lead_snoozed ON lead (snoozed_until, person_id) WHERE snoozed;
CREATE INDEX lead_done ON lead (last_outcome_at DESC, person_id) WHERE last_outcome_at IS NOT NULL;
CREATE INDEX lead_call_back ON lead (call_back_at) WHERE call_back_at IS NOT NULL;
-- Everyone is due, under a version that no longer fits: so all of it is written anew.
UPDATE lead SET next_change_at = 'epoch', facts_version = facts_version - 1;

-- Derived from observations: each time a booking was seen to start at another time than before.
CREATE TABLE booking_move (
  booking_id     bigint NOT NULL,
  observation_id uuid NOT NULL REFERENCES observation,
  from_starts_at timestamptz NOT NULL,
  to_starts_at   timestamptz NOT NULL,
  seen_at        timestamptz NOT NULL,
  PRIMARY KEY (booking_id, observation_id)
);

-- Who has whose record open just now: worth nothing after half a minute, so nothing of it needs to survive a crash.
CREATE UNLOGGED TABLE presence (
  account_id uuid PRIMARY KEY,
  person_id  uuid NOT NULL,
  until      timestamptz NOT NULL
);
CREATE INDEX presence_with ON presence (person_id);

-- Digests are derived: setting this to false has them made anew.
ALTER TABLE identity ADD COLUMN indexed boolean NOT NULL DEFAULT false;
CREATE INDEX identity_to_index ON identity (id) WHERE NOT indexed;

GRANT SELECT, INSERT, UPDATE ON act TO hl_core;
GRANT SELECT, INSERT, UPDATE, DELETE ON booking_move, presence TO hl_core;
