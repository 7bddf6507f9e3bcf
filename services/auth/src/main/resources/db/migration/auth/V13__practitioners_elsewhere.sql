-- Where a practitioner's calendar and meetings are: two addresses, sealed under the account's key.
ALTER TABLE account ADD COLUMN google_address bytea;
ALTER TABLE account ADD COLUMN zoom_host bytea;
