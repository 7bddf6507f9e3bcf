-- A factor is proved once its first code was right, and active once its recovery codes were saved too.
CREATE TABLE totp_factor (
  id             uuid PRIMARY KEY,
  account_id     uuid NOT NULL REFERENCES account,
  secret         bytea NOT NULL,
  set_up_by      uuid NOT NULL,
  set_up_ends_at timestamptz NOT NULL,
  proved_at      timestamptz,
  active_at      timestamptz,
  last_step      bigint,
  CHECK (active_at IS NULL OR proved_at IS NOT NULL)
);
CREATE UNIQUE INDEX totp_factor_active ON totp_factor (account_id) WHERE active_at IS NOT NULL;
CREATE UNIQUE INDEX totp_factor_pending ON totp_factor (account_id) WHERE active_at IS NULL;

CREATE TABLE recovery_code (
  factor_id uuid NOT NULL REFERENCES totp_factor ON DELETE CASCADE,
  number    int NOT NULL,
  digest    bytea NOT NULL,
  used_at   timestamptz,
  PRIMARY KEY (factor_id, number)
);

-- id_hash is the SHA-256 of what the browser holds; sid is the name the session has in tokens and in the trail.
CREATE TABLE session (
  sid              uuid PRIMARY KEY,
  id_hash          bytea NOT NULL UNIQUE,
  account_id       uuid NOT NULL REFERENCES account,
  state            text NOT NULL CHECK (state IN ('second-factor', 'set-up', 'signed-in')),
  password_at      timestamptz NOT NULL,
  second_factor_at timestamptz,
  recovered_at     timestamptz,
  created_at       timestamptz NOT NULL,
  last_used_at     timestamptz NOT NULL,
  idle_seconds     int NOT NULL,
  ends_at          timestamptz NOT NULL,
  -- The last line of defence: not even a bug can store a session that is signed in by one factor.
  CHECK (state <> 'signed-in' OR second_factor_at IS NOT NULL)
);
CREATE INDEX session_account ON session (account_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON totp_factor, session TO hl_auth;
GRANT SELECT, INSERT, UPDATE ON recovery_code TO hl_auth;
