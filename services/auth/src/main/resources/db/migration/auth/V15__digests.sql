-- A notice may be of a day: how much waits for its reader, in numbers and nothing else. Told twice of one day, it is one.
ALTER TABLE notice
  ADD COLUMN day    date,
  ADD COLUMN counts jsonb;
CREATE UNIQUE INDEX notice_of_day ON notice (account_id, day) WHERE day IS NOT NULL;
