-- The help numbers a practice gives for a country in place of those that come with the portal; nobody's, and public.
CREATE TABLE help_country (
  country    text PRIMARY KEY CHECK (country ~ '^[A-Z]{2}$'),
  numbers    jsonb NOT NULL,
  checked_on date NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON help_country TO hl_core;
