-- When a practitioner is away, in whole days where the practice is: what waits for them is told to administrators at once.
CREATE TABLE absence (
  id              uuid PRIMARY KEY,
  practitioner_id uuid NOT NULL,
  from_day        date NOT NULL,
  until_day       date NOT NULL CHECK (until_day >= from_day),
  ended_at        timestamptz
);
CREATE INDEX absence_ahead ON absence (until_day) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON absence TO hl_core;
