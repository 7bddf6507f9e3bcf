-- Whether Acuity's hooks still come, and what keeps those we would make from being made. Causes are words of ours.
ALTER TABLE provider_state
  ADD COLUMN quiet_since timestamptz,
  ADD COLUMN quiet_cause text,
  ADD COLUMN hooks_cause text;

-- The hooks we made at Acuity ourselves: no other is ever removed there.
CREATE TABLE acuity_hook (
  id      bigint PRIMARY KEY,
  event   text NOT NULL,
  target  text NOT NULL,
  made_at timestamptz NOT NULL
);

-- Deliveries lie in the order they came: a summary of each range of pages finds a time, and costs an insert next to nothing.
CREATE INDEX inbox_delivery_by_time ON inbox_delivery USING brin (received_at) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX observation_by_time ON observation (received_at);

GRANT SELECT, INSERT, DELETE ON acuity_hook TO hl_core;
