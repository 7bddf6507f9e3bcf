package hotleads.contracts;

import java.time.Instant;

/**
 * One time a host's room was open; topic and names are dropped.
 *
 * @param uuid Zoom's name of this run; a meeting's number is that of many
 * @param people how many different participants Zoom counted
 */
public record ZoomRun(String uuid, long meetingId, Instant startsAt, Instant endsAt, int people) {}
