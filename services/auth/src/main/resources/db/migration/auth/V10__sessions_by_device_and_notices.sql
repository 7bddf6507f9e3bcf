-- What a session was opened with and from where, sealed under the account's key.
ALTER TABLE session ADD COLUMN device bytea;
ALTER TABLE session ADD COLUMN address bytea;
-- A locked session keeps its place and gets no tokens until a second factor is proved again.
ALTER TABLE session DROP CONSTRAINT session_state_check;
ALTER TABLE session ADD CONSTRAINT session_state_check
  CHECK (state IN ('second-factor', 'set-up', 'signed-in', 'locked'));
ALTER TABLE session DROP CONSTRAINT session_check;
-- The last line of defence: not even a bug can store a session that is signed in by one factor.
ALTER TABLE session ADD CONSTRAINT session_check
  CHECK (state NOT IN ('signed-in', 'locked') OR second_factor_at IS NOT NULL);

-- A locked account gets no session and no token, whatever it can prove.
ALTER TABLE account ADD COLUMN locked_at timestamptz;

-- Every factor that signs in, of whatever kind: what "has a second factor" means, in one place.
CREATE VIEW working_factor AS
  SELECT account_id, id, kind, active_at AS added_at, last_used_at
  FROM factor WHERE active_at IS NOT NULL;

-- Mails to people about their own accounts. They hold a kind and no words; whom they go to stays sealed in the account.
CREATE TABLE notice (
  id            uuid PRIMARY KEY,
  account_id    uuid NOT NULL REFERENCES account,
  kind          text NOT NULL,
  made_at       timestamptz NOT NULL,
  tries         int NOT NULL DEFAULT 0,
  try_at        timestamptz NOT NULL,
  -- When it was sent, or given up.
  over_at       timestamptz
);
CREATE INDEX notice_waiting ON notice (try_at) WHERE over_at IS NULL;

GRANT SELECT ON working_factor TO hl_auth;
GRANT SELECT, INSERT, UPDATE ON notice TO hl_auth;
