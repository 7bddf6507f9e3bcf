-- Whose bookings a practitioner's own clients are found by.
ALTER TABLE account ADD COLUMN acuity_calendars bigint[] NOT NULL DEFAULT '{}';
ALTER TABLE invite ADD COLUMN acuity_calendars bigint[] NOT NULL DEFAULT '{}';

-- Taking away somebody's factors: one administrator asks, another approves, or a card and an hour stand in for them.
CREATE TABLE factor_reset (
  id              uuid PRIMARY KEY,
  account_id      uuid NOT NULL REFERENCES account,
  asked_by        uuid NOT NULL REFERENCES account,
  asked_at        timestamptz NOT NULL,
  -- Until when it can be approved.
  expires_at      timestamptz NOT NULL,
  -- Sealed under the key of the account they are about.
  reason          bytea NOT NULL,
  identity_check  bytea NOT NULL,
  state           text NOT NULL CHECK (state IN ('asked', 'waiting', 'done', 'stopped')),
  decided_by      uuid REFERENCES account,
  decided_at      timestamptz,
  -- When a reset by card begins; until then it can be stopped.
  begins_at       timestamptz,
  -- The one-time link that leads to setting up a new factor.
  token_hash      bytea UNIQUE,
  link_expires_at timestamptz,
  -- The last line of defence: whoever asks and whom it is about can never decide alone; a card has waited.
  CHECK (asked_by <> account_id),
  CHECK (decided_by IS NULL OR state = 'stopped' OR begins_at IS NOT NULL
         OR (decided_by <> asked_by AND decided_by <> account_id)),
  CHECK (state <> 'waiting' OR begins_at IS NOT NULL),
  CHECK (state <> 'done' OR token_hash IS NOT NULL)
);
CREATE UNIQUE INDEX factor_reset_open ON factor_reset (account_id) WHERE state IN ('asked', 'waiting');
CREATE INDEX factor_reset_done ON factor_reset (account_id) WHERE state = 'done';

-- The printed card: an Argon2 hash, sealed as well; the newest one counts.
CREATE TABLE break_glass_card (
  id      uuid PRIMARY KEY,
  hash    bytea NOT NULL,
  made_by uuid NOT NULL REFERENCES account,
  made_at timestamptz NOT NULL,
  over_at timestamptz
);
CREATE UNIQUE INDEX break_glass_card_one ON break_glass_card ((true)) WHERE over_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON factor_reset, break_glass_card TO hl_auth;
