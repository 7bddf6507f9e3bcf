-- People who are known by other details than before: what was judged by those is judged again.
CREATE TABLE known_anew (
  id        uuid PRIMARY KEY,
  person_id uuid NOT NULL
);

-- Rows are locked while they are taken, which asks for the right to update.
GRANT SELECT, INSERT, UPDATE, DELETE ON known_anew TO hl_core;
