-- email_digest is keyed, so that an account is found by its e-mail without the e-mail being readable.
CREATE TABLE account (
  id           uuid PRIMARY KEY,
  email_digest bytea NOT NULL UNIQUE,
  key_id       uuid NOT NULL REFERENCES sealing_key,
  email        bytea NOT NULL,
  display_name bytea NOT NULL,
  password     bytea NOT NULL,
  role         text NOT NULL CHECK (role IN ('admin', 'practitioner', 'client')),
  created_at   timestamptz NOT NULL
);

-- Once accepted, an invite keeps no sealed values: the account has its own.
CREATE TABLE invite (
  id           uuid PRIMARY KEY,
  token_hash   bytea NOT NULL UNIQUE,
  email_digest bytea NOT NULL,
  key_id       uuid NOT NULL REFERENCES sealing_key,
  email        bytea,
  display_name bytea,
  role         text NOT NULL CHECK (role IN ('admin', 'practitioner', 'client')),
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  over_at      timestamptz
);
-- One invite waits per e-mail: a newer one takes the older one's place.
CREATE UNIQUE INDEX invite_waiting ON invite (email_digest) WHERE over_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON account, invite TO hl_auth;
