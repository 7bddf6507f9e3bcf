-- What every second factor has in common; what a kind has of its own lies in totp_factor or passkey, under the same id.
CREATE TABLE factor (
  id             uuid PRIMARY KEY,
  account_id     uuid NOT NULL REFERENCES account,
  kind           text NOT NULL CHECK (kind IN ('app', 'passkey')),
  name           bytea,
  set_up_by      uuid NOT NULL,
  set_up_ends_at timestamptz NOT NULL,
  proved_at      timestamptz,
  active_at      timestamptz,
  last_used_at   timestamptz,
  CHECK (active_at IS NULL OR proved_at IS NOT NULL)
);
INSERT INTO factor (id, account_id, kind, set_up_by, set_up_ends_at, proved_at, active_at)
SELECT id, account_id, 'app', set_up_by, set_up_ends_at, proved_at, active_at FROM totp_factor;
CREATE INDEX factor_active ON factor (account_id) WHERE active_at IS NOT NULL;
CREATE UNIQUE INDEX factor_pending ON factor (account_id) WHERE active_at IS NULL;
-- Passkeys may be many, one for each device; a second app would only be a second place to lose the key.
CREATE UNIQUE INDEX factor_app ON factor (account_id) WHERE active_at IS NOT NULL AND kind = 'app';

-- Recovery codes are the account's, whichever factor they stand in for: one list in force, and one being saved.
CREATE TABLE recovery_list (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL REFERENCES account,
  issued_to   uuid NOT NULL,
  in_force_at timestamptz
);
INSERT INTO recovery_list (id, account_id, issued_to, in_force_at)
SELECT id, account_id, set_up_by, active_at FROM totp_factor f
WHERE EXISTS (SELECT 1 FROM recovery_code c WHERE c.factor_id = f.id);
CREATE UNIQUE INDEX recovery_list_in_force ON recovery_list (account_id) WHERE in_force_at IS NOT NULL;
CREATE UNIQUE INDEX recovery_list_pending ON recovery_list (account_id) WHERE in_force_at IS NULL;

ALTER TABLE recovery_code DROP CONSTRAINT recovery_code_factor_id_fkey;
ALTER TABLE recovery_code RENAME COLUMN factor_id TO list_id;
ALTER TABLE recovery_code ADD FOREIGN KEY (list_id) REFERENCES recovery_list ON DELETE CASCADE;

ALTER TABLE totp_factor
  DROP COLUMN account_id,
  DROP COLUMN set_up_by,
  DROP COLUMN set_up_ends_at,
  DROP COLUMN proved_at,
  DROP COLUMN active_at,
  ADD FOREIGN KEY (id) REFERENCES factor ON DELETE CASCADE;

-- What an authenticator knows an account by: random, so that it tells nothing of the person.
CREATE TABLE passkey_user (
  account_id uuid PRIMARY KEY REFERENCES account,
  handle     bytea NOT NULL UNIQUE
);

CREATE TABLE passkey (
  id              uuid PRIMARY KEY REFERENCES factor ON DELETE CASCADE,
  credential_id   bytea NOT NULL UNIQUE,
  -- The credential as its authenticator described it: its model, its id and its public key (WebAuthn, 6.5.1).
  credential      bytea NOT NULL,
  counter         bigint NOT NULL,
  transports      text NOT NULL,
  backup_eligible boolean NOT NULL,
  backed_up       boolean NOT NULL
);

-- Hashes of what was asked and not answered yet; an answer takes its row away, so that none counts twice.
CREATE TABLE passkey_challenge (
  hash       bytea PRIMARY KEY,
  purpose    text NOT NULL CHECK (purpose IN ('sign-in', 'set-up', 'add', 'again')),
  bound_to   bytea NOT NULL,
  expires_at timestamptz NOT NULL
);

-- Browsers someone has fully signed in with; hash is the SHA-256 of a cookie. Strangers' guesses do not lock these out.
CREATE TABLE known_browser (
  hash       bytea NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  seen_at    timestamptz NOT NULL,
  PRIMARY KEY (hash, account_id)
);
CREATE INDEX known_browser_account ON known_browser (account_id);

ALTER TABLE session ALTER COLUMN password_at DROP NOT NULL;
ALTER TABLE session ADD COLUMN passkey_at timestamptz;
-- A session begins with a proof, and a passkey with its device's lock is both factors at once.
ALTER TABLE session ADD CHECK (password_at IS NOT NULL OR passkey_at IS NOT NULL);

GRANT SELECT, INSERT, UPDATE, DELETE ON factor, recovery_list, known_browser TO hl_auth;
GRANT SELECT, INSERT, UPDATE ON passkey TO hl_auth;
GRANT SELECT, INSERT ON passkey_user TO hl_auth;
GRANT SELECT, INSERT, DELETE ON passkey_challenge TO hl_auth;
