-- Since when someone has been hot without a break, to the millisecond; null for whoever is not, and until they are evaluated again.
ALTER TABLE lead ADD COLUMN hot_since timestamptz;
CREATE INDEX lead_newly_hot ON lead (hot_since DESC, person_id) WHERE hot_since IS NOT NULL;
