-- A run that compares all we hold with all a provider answers says what it found, and within which times; no times, of everything.
ALTER TABLE fetch_run
  ADD COLUMN compared_from timestamptz,
  ADD COLUMN compared_to   timestamptz,
  ADD COLUMN same          int,
  ADD COLUMN missing       int,
  ADD COLUMN different     int,
  ADD COLUMN extra         int;
UPDATE fetch_run r SET same = s.same, missing = s.missing, different = s.different, extra = s.extra
FROM crm_sweep s
WHERE r.source = 'zoho' AND r.kind = 'sweep' AND s.started_at BETWEEN r.started_at AND r.finished_at;
DROP TABLE crm_sweep;
CREATE INDEX fetch_run_sweeps ON fetch_run (started_at DESC) WHERE kind = 'sweep';

-- A calendar at Google that is nobody's any more.
GRANT DELETE ON source_state TO hl_core;

-- When practitioners are away, by the practice's own wall, both days included.
CREATE TABLE holiday (
  calendar_id bigint NOT NULL,
  from_day    date NOT NULL,
  until_day   date NOT NULL CHECK (until_day >= from_day),
  PRIMARY KEY (calendar_id, from_day)
);

-- Rises with each change of somebody's hours or holidays, so that whoever saves an old page is told.
CREATE TABLE working_plan (
  calendar_id bigint PRIMARY KEY,
  version     bigint NOT NULL
);
GRANT SELECT, INSERT, DELETE ON holiday TO hl_core;
GRANT SELECT, INSERT, UPDATE ON working_plan TO hl_core;
