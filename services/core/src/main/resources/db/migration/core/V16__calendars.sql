-- When practitioners are busy at Google, without titles. Derived from source_observation; booking_id tells our own events.
CREATE TABLE google_event (
  record_id   bigint PRIMARY KEY,
  calendar_id bigint NOT NULL,
  starts_at   timestamptz NOT NULL,
  ends_at     timestamptz NOT NULL,
  all_day     boolean NOT NULL,
  busy        boolean NOT NULL,
  tentative   boolean NOT NULL,
  booking_id  bigint
);
CREATE INDEX google_event_by_time ON google_event (calendar_id, starts_at);
CREATE INDEX google_event_of_booking ON google_event (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX booking_by_calendar ON booking (calendar_id, starts_at);

-- What we make at Google for a booking: decided here, sent by the outbox. The id is ours, of Google's letters, and chance to others.
CREATE TABLE google_own_event (
  booking_id  bigint NOT NULL,
  calendar_id bigint NOT NULL,
  generation  int NOT NULL DEFAULT 0,
  event_id    text NOT NULL,
  wanted      boolean NOT NULL,
  starts_at   timestamptz NOT NULL,
  ends_at     timestamptz NOT NULL,
  title       text NOT NULL,
  decision    uuid NOT NULL,
  PRIMARY KEY (booking_id, calendar_id)
);
CREATE INDEX google_own_event_by_id ON google_own_event (calendar_id, event_id);

-- Google says through a channel that a calendar changed; channels end and are replaced, never renewed.
CREATE TABLE google_channel (
  id          text PRIMARY KEY,
  calendar_id bigint NOT NULL,
  resource    text NOT NULL,
  expires_at  timestamptz NOT NULL
);

-- Who reads a calendar just now, until when at most; and up to when pushes were heard, each of which asks for one more read.
CREATE TABLE google_reading (
  calendar_id   bigint PRIMARY KEY,
  reading_until timestamptz,
  heard_to      timestamptz
);

-- When somebody works, by the practice's own wall; no row, nobody told us.
CREATE TABLE working_hours (
  calendar_id  bigint NOT NULL,
  weekday      int NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute  int NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  until_minute int NOT NULL CHECK (until_minute BETWEEN 1 AND 1440 AND until_minute > from_minute),
  PRIMARY KEY (calendar_id, weekday, from_minute)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON google_event, google_channel TO hl_core;
GRANT SELECT, INSERT, UPDATE ON google_own_event, google_reading TO hl_core;
GRANT SELECT, INSERT, DELETE ON working_hours TO hl_core;
