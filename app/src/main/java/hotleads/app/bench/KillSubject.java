package hotleads.app.bench;

import java.net.URI;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A running demo whose programs may be killed: the launcher starts them again.
 *
 * @param simulators the control API of the providers' stand-ins
 * @param calendars the practitioners' calendars at Acuity, each with the address of its Google calendar
 * @param pid a victim's process, while it runs
 */
public record KillSubject(
        UnderTest programs, URI simulators, Map<Long, String> calendars, Function<Victim, OptionalLong> pid) {}
