-- Days away are told in one place: of a practitioner's account, or of the calendar of one who has none.
ALTER TABLE absence
  ALTER COLUMN practitioner_id DROP NOT NULL,
  ADD COLUMN calendar_id bigint,
  ADD CHECK (num_nonnulls(practitioner_id, calendar_id) = 1);
INSERT INTO absence (id, calendar_id, from_day, until_day)
SELECT gen_random_uuid(), calendar_id, from_day, until_day FROM holiday;
DROP TABLE holiday;
CREATE INDEX absence_of_calendar ON absence (calendar_id) WHERE calendar_id IS NOT NULL;
CREATE INDEX absence_of_practitioner ON absence (practitioner_id) WHERE practitioner_id IS NOT NULL;
