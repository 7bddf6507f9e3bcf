-- What is to leave the building, written with the decision and sent by a job. unsure: a try was begun whose end nobody knows.
CREATE TABLE outbox (
  id            uuid PRIMARY KEY,
  kind          text NOT NULL,
  subject       text NOT NULL,
  decision      uuid NOT NULL,
  marker        text NOT NULL,
  payload       bytea NOT NULL,
  key_id        uuid NOT NULL REFERENCES sealing_key,
  state         text NOT NULL CHECK (state IN ('sending', 'saved', 'not-saved', 'withdrawn')),
  cause         text,
  saved_as      text,
  decided_at    timestamptz NOT NULL,
  settled_at    timestamptz,
  attempts      int NOT NULL DEFAULT 0,
  unsure        boolean NOT NULL DEFAULT false,
  next_try_at   timestamptz NOT NULL,
  claimed_until timestamptz
);
CREATE INDEX outbox_waiting ON outbox (next_try_at) WHERE state = 'sending';
-- What is about one record leaves in the order of the decisions.
CREATE INDEX outbox_in_order ON outbox (kind, subject, id) WHERE state = 'sending';
CREATE INDEX outbox_of_decision ON outbox (decision);

GRANT SELECT, INSERT, UPDATE ON outbox TO hl_core;
