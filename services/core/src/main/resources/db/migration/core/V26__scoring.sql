-- What the rules count for, as the practice decided: every version is kept. Version 1, with which every practice starts, is in the code.
CREATE TABLE scoring_version (
  version      int PRIMARY KEY CHECK (version > 1),
  weights      jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  published_by uuid NOT NULL,
  note         bytea NOT NULL,
  key_id       uuid NOT NULL REFERENCES sealing_key
);

-- By which version a stored evaluation was made.
ALTER TABLE lead ADD COLUMN scoring_version int NOT NULL DEFAULT 1;

-- A look back over past days with what somebody thinks of publishing: ids, counts and scores only. asked: nobody took it yet.
CREATE TABLE lookback (
  id           uuid PRIMARY KEY,
  account_id   uuid NOT NULL,
  base_version int NOT NULL,
  weights      jsonb NOT NULL,
  state        text NOT NULL CHECK (state IN ('asked', 'running', 'done', 'failed')),
  asked_at     timestamptz NOT NULL,
  finished_at  timestamptz,
  leased_until timestamptz,
  people       int NOT NULL DEFAULT 0,
  people_done  int NOT NULL DEFAULT 0,
  result       jsonb
);
CREATE INDEX lookback_waiting ON lookback (asked_at) WHERE state IN ('asked', 'running');
CREATE INDEX lookback_done ON lookback (base_version, finished_at DESC) WHERE state = 'done';

-- Days that are over ask for tasks that are done, too.
DROP INDEX crm_task_about;
CREATE INDEX crm_task_about ON crm_task (about);

GRANT SELECT, INSERT ON scoring_version TO hl_core;
GRANT SELECT, INSERT, UPDATE ON lookback TO hl_core;
