-- The same columns as booking_by_calendar: each booking was written twice over.
DROP INDEX booking_in_calendar;

-- What is at Google is asked for from a time on: by their start, all that are past were read for it.
CREATE INDEX google_event_by_end ON google_event (calendar_id, ends_at);
DROP INDEX google_event_by_time;

CREATE INDEX booking_move_by_time ON booking_move (from_starts_at);
