-- Since when Acuity lists nothing where something lies.
ALTER TABLE provider_state ADD COLUMN nothing_since timestamptz;
