-- Plain columns hold ids, times, states and scores. Whatever identifies or describes a person is sealed (bytea) under the key beside it.

CREATE TABLE sealing_key (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL,
  wrapped    bytea NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE audit_entry (
  id           uuid PRIMARY KEY,
  at           timestamptz NOT NULL,
  actor_kind   text NOT NULL,
  actor        text,
  role         text,
  act          text NOT NULL,
  subject_kind text,
  subject      text,
  outcome      text NOT NULL,
  count        int NOT NULL,
  request_id   text,
  sealed       bytea,
  key_id       uuid
);

-- What providers delivered. The action is one of ours or 'unknown'; the bytes as they came are sealed beside it.
CREATE TABLE inbox_delivery (
  id          uuid PRIMARY KEY,
  provider    text NOT NULL,
  received_at timestamptz NOT NULL,
  action      text NOT NULL,
  record_id   bigint,
  request_id  text,
  body        bytea NOT NULL,
  key_id      uuid NOT NULL REFERENCES sealing_key
);
CREATE INDEX inbox_delivery_of_record ON inbox_delivery (record_id, received_at) WHERE record_id IS NOT NULL;

-- "Look at this appointment again": hooks raise asked, a finished read raises done to the asked it saw before it began.
CREATE TABLE look_again (
  appointment   bigint PRIMARY KEY,
  asked         bigint NOT NULL,
  done          bigint NOT NULL DEFAULT 0,
  next_try_at   timestamptz NOT NULL,
  claimed_until timestamptz,
  failures      int NOT NULL DEFAULT 0
);
CREATE INDEX look_again_waiting ON look_again (next_try_at) WHERE done < asked;

CREATE SEQUENCE read_ticket;

CREATE TABLE identity (
  id         uuid PRIMARY KEY,
  source     text NOT NULL,
  person_id  uuid NOT NULL,
  key_id     uuid NOT NULL REFERENCES sealing_key,
  digest     bytea NOT NULL,
  name       bytea NOT NULL,
  email      bytea,
  phone      bytea,
  created_at timestamptz NOT NULL,
  UNIQUE (source, digest)
);
CREATE INDEX identity_of_person ON identity (person_id);

CREATE TABLE identity_digest (
  identity_id uuid NOT NULL REFERENCES identity,
  kind        text NOT NULL,
  digest      bytea NOT NULL,
  PRIMARY KEY (kind, digest, identity_id)
);

CREATE TABLE person (
  id          uuid PRIMARY KEY,
  key_id      uuid NOT NULL REFERENCES sealing_key,
  shown_as    uuid NOT NULL REFERENCES identity,
  created_at  timestamptz NOT NULL,
  facts_version bigint NOT NULL DEFAULT 1
);
ALTER TABLE identity ADD FOREIGN KEY (person_id) REFERENCES person DEFERRABLE INITIALLY DEFERRED;

-- Two identities that may be one person: a person decides, nothing is merged silently.
CREATE TABLE match_candidate (
  id         uuid PRIMARY KEY,
  identity_a uuid NOT NULL REFERENCES identity,
  identity_b uuid NOT NULL REFERENCES identity,
  state      text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (identity_a, identity_b)
);
CREATE INDEX match_candidate_b ON match_candidate (identity_b);

-- Every answer of a provider about a record, kept when it differs from the last. seen_* tell the last read that still showed it.
CREATE TABLE observation (
  id          uuid PRIMARY KEY,
  source      text NOT NULL,
  record_id   bigint NOT NULL,
  ticket      bigint NOT NULL,
  received_at timestamptz NOT NULL,
  seen_ticket bigint NOT NULL,
  seen_until  timestamptz NOT NULL,
  state       text NOT NULL,
  identity_id uuid REFERENCES identity,
  fingerprint bytea NOT NULL,
  content     bytea,
  key_id      uuid REFERENCES sealing_key,
  UNIQUE (source, record_id, ticket)
);

-- A window that was read whole: whatever lies in it was seen then.
CREATE TABLE window_read (
  ticket      bigint PRIMARY KEY,
  source      text NOT NULL,
  from_date   date NOT NULL,
  to_date     date NOT NULL,
  received_at timestamptz NOT NULL,
  records     int NOT NULL,
  changed     int NOT NULL
);

-- Derived from observations, and can be rebuilt from them.
CREATE TABLE booking (
  id                   bigint PRIMARY KEY,
  person_id            uuid NOT NULL REFERENCES person,
  identity_id          uuid NOT NULL REFERENCES identity,
  observation_id       uuid NOT NULL REFERENCES observation,
  ticket               bigint NOT NULL,
  received_at          timestamptz NOT NULL,
  state                text NOT NULL,
  starts_at            timestamptz NOT NULL,
  duration_minutes     int NOT NULL,
  calendar_id          bigint NOT NULL,
  type_id              bigint NOT NULL,
  booked_at            timestamptz,
  last_seen_active     timestamptz,
  first_seen_cancelled timestamptz,
  cancellation_exact   boolean NOT NULL
);
CREATE INDEX booking_of_person ON booking (person_id, starts_at);

CREATE TABLE calendar (
  id     bigint PRIMARY KEY,
  name   bytea NOT NULL,
  key_id uuid NOT NULL REFERENCES sealing_key
);

CREATE TABLE session_type (
  id     bigint PRIMARY KEY,
  name   bytea NOT NULL,
  key_id uuid NOT NULL REFERENCES sealing_key
);

-- What people did about a person: never changed, only undone.
CREATE TABLE outcome (
  id           uuid PRIMARY KEY,
  person_id    uuid NOT NULL REFERENCES person,
  account_id   uuid NOT NULL,
  kind         text NOT NULL,
  at           timestamptz NOT NULL,
  call_back_at timestamptz,
  note         bytea,
  key_id       uuid NOT NULL REFERENCES sealing_key,
  undone_at    timestamptz,
  undone_by    uuid
);
CREATE INDEX outcome_of_person ON outcome (person_id, at);

-- Derived: the stored reasons, the score that is their sum, and when it changes by itself.
CREATE TABLE lead (
  person_id       uuid PRIMARY KEY REFERENCES person,
  placement       text NOT NULL,
  score_tenths    int NOT NULL,
  band            text,
  waiting_since   timestamptz,
  last_contact_at timestamptz,
  calendar_id     bigint,
  evaluation      bytea NOT NULL,
  key_id          uuid NOT NULL REFERENCES sealing_key,
  facts_version   bigint NOT NULL,
  evaluated_at    timestamptz NOT NULL,
  next_change_at  timestamptz
);
CREATE INDEX lead_in_order ON lead (score_tenths DESC, waiting_since, person_id) WHERE placement = 'listed';
CREATE INDEX lead_changing ON lead (next_change_at) WHERE next_change_at IS NOT NULL;

CREATE TABLE live_version (
  one     boolean PRIMARY KEY DEFAULT true CHECK (one),
  version bigint NOT NULL
);
INSERT INTO live_version VALUES (true, 1);

-- One row a provider: the pace all reads share, and how the last ones went.
CREATE TABLE provider_state (
  provider        text PRIMARY KEY,
  next_slot       timestamptz NOT NULL,
  paused_until    timestamptz,
  last_success_at timestamptz,
  window_read_at  timestamptz,
  failing_since   timestamptz,
  cause           text,
  known_state     text NOT NULL,
  known_since     timestamptz NOT NULL
);
INSERT INTO provider_state (provider, next_slot, known_state, known_since) VALUES ('acuity', 'epoch', 'not-run-yet', now());

-- db-scheduler's own table, as its documentation gives it.
CREATE TABLE scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

GRANT USAGE ON SCHEMA core TO hl_core;
GRANT SELECT, INSERT ON audit_entry, inbox_delivery, window_read TO hl_core;
GRANT SELECT, INSERT, UPDATE, DELETE ON sealing_key, look_again, identity, identity_digest, person, match_candidate, observation,
  booking, calendar, session_type, lead, provider_state, scheduled_tasks TO hl_core;
GRANT SELECT, INSERT, UPDATE ON outcome, live_version TO hl_core;
GRANT USAGE ON SEQUENCE read_ticket TO hl_core;
