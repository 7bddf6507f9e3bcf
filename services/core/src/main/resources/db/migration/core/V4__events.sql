-- Which of its appointment's orders a delivery raised: it is handled once a look went that far. Null when it asked for none.
ALTER TABLE inbox_delivery ADD COLUMN asked bigint;

-- Why the last try failed: one of our own words.
ALTER TABLE look_again ADD COLUMN cause text;

-- One row a look that was answered, for all orders it served: those above served_after, up to served_to.
CREATE TABLE look (
  appointment  bigint NOT NULL,
  served_to    bigint NOT NULL,
  served_after bigint NOT NULL,
  ticket       bigint NOT NULL,
  attempts     int NOT NULL,
  changed      boolean NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (appointment, served_to)
);

-- Refused deliveries stand in the audit trail alone, one entry a source and minute.
CREATE INDEX audit_entry_refused_hook ON audit_entry (id) WHERE act = 'hook.refused';

-- Deliveries to be handled again: first tried without changing anything, then run.
CREATE TABLE replay (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL,
  delivery_id uuid REFERENCES inbox_delivery,
  since       timestamptz,
  state       text NOT NULL,
  asked_at    timestamptz NOT NULL
);
CREATE INDEX replay_open ON replay (id) WHERE state IN ('trying', 'running');

-- One appointment of a replay. open_to: the orders that waited when it was chosen; null when all were done already.
CREATE TABLE replay_item (
  replay_id     uuid NOT NULL REFERENCES replay,
  appointment   bigint NOT NULL,
  open_to       bigint,
  claimed_until timestamptz,
  tried         text,
  bookings      int NOT NULL DEFAULT 0,
  scores        int NOT NULL DEFAULT 0,
  run           text,
  asked         bigint,
  PRIMARY KEY (replay_id, appointment)
);

-- A week of nights lies under seven hundred other sweeps.
CREATE INDEX sweep_of_kind ON sweep (kind, id);

GRANT SELECT, INSERT ON look TO hl_core;
GRANT SELECT, INSERT, UPDATE ON replay, replay_item TO hl_core;
