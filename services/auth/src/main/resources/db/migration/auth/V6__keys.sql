-- Which of auth's keys are in use, by their ids; the keys themselves lie elsewhere, or wrapped in key_set.
CREATE TABLE practice_key (
  id      uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('practice', 'search', 'anchors')),
  state   text NOT NULL CHECK (state IN ('in-force', 'retiring', 'retired')),
  since   timestamptz NOT NULL
);
CREATE UNIQUE INDEX practice_key_in_force ON practice_key (purpose) WHERE state = 'in-force';

-- All keys, sealed under a data key that AWS KMS alone opens; empty where they lie in a file.
CREATE TABLE key_set (
  one      boolean PRIMARY KEY DEFAULT true CHECK (one),
  kms_key  text NOT NULL,
  data_key bytea NOT NULL,
  sealed   bytea NOT NULL
);

-- A new key in the place of one in force: what was made with the old one is made anew, stage by stage, after its mark.
CREATE TABLE key_rotation (
  id          uuid PRIMARY KEY,
  purpose     text NOT NULL,
  key         uuid NOT NULL REFERENCES practice_key,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  stage       int NOT NULL DEFAULT 0,
  mark        text,
  rows        bigint NOT NULL,
  done        bigint NOT NULL DEFAULT 0,
  left_out    bigint NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX key_rotation_under_way ON key_rotation ((true)) WHERE finished_at IS NULL;

-- Keys had no ids until now: key files of that time are read as holding these.
ALTER TABLE sealing_key ADD COLUMN wrapped_by uuid NOT NULL DEFAULT '00000000-0000-7000-8000-000000000a01';
ALTER TABLE sealing_key ALTER COLUMN wrapped_by DROP DEFAULT;
INSERT INTO practice_key (id, purpose, state, since)
SELECT id::uuid, purpose, 'in-force', (SELECT min(created_at) FROM sealing_key)
FROM (VALUES ('00000000-0000-7000-8000-000000000a01', 'practice'),
             ('00000000-0000-7000-8000-000000000a02', 'search'),
             ('00000000-0000-7000-8000-000000000a03', 'anchors')) AS earlier (id, purpose)
WHERE EXISTS (SELECT 1 FROM sealing_key);

GRANT SELECT, INSERT, UPDATE ON practice_key, key_set, key_rotation TO hl_auth;
GRANT UPDATE (wrapped, wrapped_by) ON sealing_key TO hl_auth;

-- An invite that is over is looked for by nobody, and its digest could not be made anew: it keeps no e-mail to make it of.
ALTER TABLE invite ALTER COLUMN email_digest DROP NOT NULL;
UPDATE invite SET email_digest = NULL WHERE over_at IS NOT NULL;
