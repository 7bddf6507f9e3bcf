-- Whose client somebody is by an administrator's word, beside those whose calendars they book in. Derived from acts.
ALTER TABLE lead ADD COLUMN practitioner_id uuid;
CREATE INDEX lead_of_practitioner ON lead (practitioner_id, person_id) WHERE practitioner_id IS NOT NULL;
