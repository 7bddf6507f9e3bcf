-- How people say they are: sealed under the person's own key, and read by nothing that the list is made of.
CREATE TABLE check_in (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person,
  at         timestamptz NOT NULL,
  content    bytea,
  key_id     uuid NOT NULL REFERENCES sealing_key,
  version    int NOT NULL DEFAULT 1,
  removed_at timestamptz
);
CREATE INDEX check_in_of_person ON check_in (person_id, at, id) WHERE removed_at IS NULL;
CREATE INDEX check_in_by_time ON check_in (at) WHERE removed_at IS NULL;

-- What an entry said before its owner changed or removed it. Beside the trail, whose pages show what lies sealed in them.
CREATE TABLE check_in_change (
  id          uuid PRIMARY KEY,
  check_in_id uuid NOT NULL REFERENCES check_in,
  version     int NOT NULL,
  changed_at  timestamptz NOT NULL,
  content     bytea NOT NULL,
  key_id      uuid NOT NULL REFERENCES sealing_key,
  UNIQUE (check_in_id, version)
);

-- Something for a practitioner to answer. Why it is there and what was done about it is sealed; so is every mood in it.
CREATE TABLE care_check_in (
  id              uuid PRIMARY KEY,
  person_id       uuid NOT NULL REFERENCES person,
  came_from       text NOT NULL CHECK (came_from IN ('entry', 'silence', 'request')),
  check_in_id     uuid REFERENCES check_in,
  opened_at       timestamptz NOT NULL,
  due_at          timestamptz NOT NULL,
  content         bytea NOT NULL,
  key_id          uuid NOT NULL REFERENCES sealing_key,
  state           text NOT NULL CHECK (state IN ('open', 'acknowledged', 'closed')),
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  closed_at       timestamptz,
  closed_by       uuid,
  escalated_at    timestamptz,
  UNIQUE (check_in_id, came_from)
);
CREATE INDEX care_check_in_unanswered ON care_check_in (due_at) WHERE state = 'open' AND escalated_at IS NULL;
CREATE INDEX care_check_in_waiting ON care_check_in (person_id, opened_at) WHERE state <> 'closed';

-- What practitioners wish for, among all the acts there are.
CREATE INDEX act_rebook_asked ON act (at) WHERE kind = 'rebook-asked' AND undone_at IS NULL;

-- How a client wants their own pages: the zone they read times in, and the size of the text.
CREATE TABLE portal_setting (
  person_id uuid PRIMARY KEY REFERENCES person,
  content   bytea NOT NULL,
  key_id    uuid NOT NULL REFERENCES sealing_key
);

-- A client went to Acuity's own page to change this booking, as it was then: until Acuity tells something new, we wait.
CREATE TABLE booking_change (
  booking_id     bigint PRIMARY KEY,
  observation_id uuid NOT NULL REFERENCES observation,
  asked_at       timestamptz NOT NULL,
  ended_at       timestamptz
);

GRANT SELECT, INSERT, UPDATE ON check_in, care_check_in, portal_setting, booking_change TO hl_core;
GRANT SELECT, INSERT ON check_in_change TO hl_core;
