-- Whose person core erased: account, factors, sessions and invites go, and the keys that sealed them. The trail stays.
GRANT DELETE ON account, invite, notice, factor_reset, passkey_user, sealing_key TO hl_auth;
