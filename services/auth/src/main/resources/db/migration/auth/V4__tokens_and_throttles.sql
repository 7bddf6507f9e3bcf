-- A key is published before signs_from, so that everybody knows it when its first token comes.
CREATE TABLE signing_key (
  kid          text PRIMARY KEY,
  private_part bytea NOT NULL,
  key_id       uuid NOT NULL REFERENCES sealing_key,
  signs_from   timestamptz NOT NULL
);

-- Assertions of services that were used: each counts once, at whichever instance it arrives.
CREATE TABLE spent_assertion (
  digest     bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);

-- Tries counted by keyed digest: whom they are about stays unknown to the database.
CREATE TABLE tries (
  limit_name text NOT NULL,
  subject    bytea NOT NULL,
  since      timestamptz NOT NULL,
  made       int NOT NULL,
  PRIMARY KEY (limit_name, subject)
);

GRANT SELECT, INSERT, DELETE ON signing_key, spent_assertion TO hl_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON tries TO hl_auth;
