-- Zoho's leads and contacts, derived from what it answered about them. Stages and channels are words of ours.
CREATE TABLE crm_record (
  id             bigint PRIMARY KEY,
  module         text NOT NULL,
  person_id      uuid NOT NULL REFERENCES person,
  identity_id    uuid NOT NULL REFERENCES identity,
  observation_id uuid NOT NULL REFERENCES source_observation,
  received_at    timestamptz NOT NULL,
  state          text NOT NULL,
  stage          text NOT NULL,
  stage_since    timestamptz,
  channel        text NOT NULL,
  email_opt_out  boolean NOT NULL,
  enquired_at    timestamptz NOT NULL,
  modified_at    timestamptz NOT NULL,
  converted_to   bigint
);
CREATE INDEX crm_record_of_person ON crm_record (person_id);
CREATE INDEX crm_record_of_identity ON crm_record (identity_id);
CREATE INDEX crm_record_converted ON crm_record (converted_to) WHERE converted_to IS NOT NULL;

-- Derived too: each time an enquiry went from one stage to another.
CREATE TABLE crm_stage_move (
  record_id   bigint NOT NULL,
  at          timestamptz NOT NULL,
  from_stage  text NOT NULL,
  to_stage    text NOT NULL,
  how         text NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (record_id, at, from_stage, to_stage)
);

-- Derived too: tasks, without what they say.
CREATE TABLE crm_task (
  id             bigint PRIMARY KEY,
  about          bigint,
  due_on         date,
  open           boolean NOT NULL,
  observation_id uuid NOT NULL REFERENCES source_observation,
  received_at    timestamptz NOT NULL
);
CREATE INDEX crm_task_about ON crm_task (about) WHERE open;

-- A comparison of all we hold of Zoho with all it answers.
CREATE TABLE crm_sweep (
  id          uuid PRIMARY KEY,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  same        int NOT NULL,
  missing     int NOT NULL,
  different   int NOT NULL,
  extra       int NOT NULL,
  skipped     int NOT NULL
);

-- The state that stored evaluations were made under, of each source beside Acuity.
CREATE TABLE source_known (
  source text PRIMARY KEY,
  state  text NOT NULL,
  since  timestamptz NOT NULL
);

-- Where an identity belongs by itself; where people say so, several people are one, and each stays whole within it.
ALTER TABLE identity ADD COLUMN home_id uuid REFERENCES person DEFERRABLE INITIALLY DEFERRED;
UPDATE identity SET home_id = person_id;
ALTER TABLE identity ALTER COLUMN home_id SET NOT NULL;
CREATE INDEX identity_of_home ON identity (home_id);
ALTER TABLE person ADD COLUMN part_of uuid REFERENCES person;
CREATE INDEX person_parts ON person (part_of) WHERE part_of IS NOT NULL;

-- What people decided about a pair: every decision is kept, and the last one counts.
CREATE TABLE match_decision (
  id           uuid PRIMARY KEY,
  candidate_id uuid NOT NULL REFERENCES match_candidate,
  verdict      text NOT NULL CHECK (verdict IN ('same', 'different', 'not-sure')),
  account_id   uuid NOT NULL,
  at           timestamptz NOT NULL
);
CREATE INDEX match_decision_of_candidate ON match_decision (candidate_id, id);
CREATE INDEX match_candidate_waiting ON match_candidate (id) WHERE state IN ('open', 'weak');

GRANT SELECT, INSERT, UPDATE, DELETE ON crm_record, crm_stage_move, crm_task TO hl_core;
GRANT SELECT, INSERT ON crm_sweep, match_decision TO hl_core;
GRANT SELECT, INSERT, UPDATE ON source_known TO hl_core;
GRANT UPDATE ON match_candidate TO hl_core;
