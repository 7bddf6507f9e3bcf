-- Whom a client's account is about: an id of core's, fixed by the invite. Accounts of clients made before have none, and see nothing.
ALTER TABLE account ADD COLUMN person_id uuid;
ALTER TABLE account ADD CONSTRAINT account_person_of_client CHECK (person_id IS NULL OR role = 'client');
-- One account a person: who signs in for somebody is never a question.
CREATE UNIQUE INDEX account_person ON account (person_id) WHERE person_id IS NOT NULL;
ALTER TABLE invite ADD COLUMN person_id uuid;
-- Invites of clients that wait have none, and can be accepted no more: they are made anew, about a person.
UPDATE invite SET over_at = now(), email = NULL, display_name = NULL, email_digest = NULL
WHERE role = 'client' AND over_at IS NULL;
ALTER TABLE invite ADD CONSTRAINT invite_person_of_client
  CHECK ((role = 'client') = (person_id IS NOT NULL) OR over_at IS NOT NULL);
