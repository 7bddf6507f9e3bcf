-- What the practice decided about itself, a kind a row, sealed: people write words of their own into it. What is not here is as the code has it.
CREATE TABLE practice_setting (
  kind    text PRIMARY KEY,
  content bytea NOT NULL,
  key_id  uuid NOT NULL REFERENCES sealing_key,
  version bigint NOT NULL
);

-- The days whose counts are handed to auth to be mailed: taken by one core at a time, and over once it was told. Counts only are in them.
CREATE TABLE digest (
  day          date PRIMARY KEY,
  leased_until timestamptz NOT NULL,
  handed_over  timestamptz
);

GRANT SELECT, INSERT, UPDATE ON practice_setting, digest TO hl_core;
