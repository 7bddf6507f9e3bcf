package hotleads.simulators.google;

import java.util.List;

/** Everything at Google that a restart must find again. */
public record GoogleState(List<CalendarState> calendars, List<Channel> channels) {

    public GoogleState {
        calendars = List.copyOf(calendars);
        channels = List.copyOf(channels);
    }
}
