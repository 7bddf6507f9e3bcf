-- What describes a person is sealed under a key of its own row here; destroying the row makes it unreadable.
CREATE TABLE sealing_key (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL,
  wrapped    bytea NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE audit_entry (
  id           uuid PRIMARY KEY,
  at           timestamptz NOT NULL,
  actor_kind   text NOT NULL,
  actor        text,
  role         text,
  act          text NOT NULL,
  subject_kind text,
  subject      text,
  outcome      text NOT NULL,
  count        int NOT NULL,
  request_id   text,
  sealed       bytea,
  key_id       uuid
);

GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO hl_auth;
GRANT SELECT, INSERT ON sealing_key TO hl_auth;
-- Never UPDATE or DELETE: the program that writes the trail must not be able to change it.
GRANT SELECT, INSERT ON audit_entry TO hl_auth;
