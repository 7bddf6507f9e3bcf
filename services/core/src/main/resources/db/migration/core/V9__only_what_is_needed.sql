-- Rights that no statement of core uses. Nothing but what is derived is ever deleted, and the trail never.
REVOKE DELETE ON sealing_key, look_again, identity, person, match_candidate, observation, lead, provider_state FROM hl_core;
REVOKE UPDATE ON match_candidate FROM hl_core;
