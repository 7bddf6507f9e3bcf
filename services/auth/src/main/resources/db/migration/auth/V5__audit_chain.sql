-- The transaction that brought an entry: those below every running one have arrived for good, so the sequencer finds late
-- ones without looking through the whole trail. Filled by itself, so no act writes a statement more.
ALTER TABLE audit_entry ADD COLUMN arrived xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX audit_entry_arrived ON audit_entry (arrived);

-- Each entry's place in the chain. No foreign key: checking it would lock, and so write to, rows that must never change.
CREATE TABLE audit_link (
  seq      bigint PRIMARY KEY,
  entry_id uuid NOT NULL UNIQUE,
  hash     bytea NOT NULL
);

-- The chain's hash at some number, signed; the same lines lie in a file outside the database.
CREATE TABLE audit_anchor (
  seq       bigint PRIMARY KEY,
  at        timestamptz NOT NULL,
  hash      bytea NOT NULL,
  key       bytea NOT NULL,
  signature bytea NOT NULL
);

-- How far the chain lies in CloudWatch too; whoever ships holds the row's claim meanwhile.
CREATE TABLE audit_shipping (
  one           boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq           bigint NOT NULL DEFAULT 0,
  anchor_seq    bigint NOT NULL DEFAULT 0,
  claimed_until timestamptz NOT NULL DEFAULT 'epoch',
  reached_at    timestamptz
);
INSERT INTO audit_shipping DEFAULT VALUES;

GRANT SELECT, INSERT ON audit_link, audit_anchor TO hl_auth;
GRANT SELECT, UPDATE ON audit_shipping TO hl_auth;
