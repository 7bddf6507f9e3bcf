package hotleads.simulators.zoom;

import hotleads.simulators.zoom.Run.Stay;
import hotleads.simulators.zoom.Run.Who;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Zoom's rows as its reference writes them. */
final class ZoomJson {

    private static final DateTimeFormatter ZONELESS =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm").withZone(ZoneOffset.UTC);
    private static final int FIRST_USER_ID = 16_778_240;

    private final ZoomFaults faults;

    ZoomJson(ZoomFaults faults) {
        this.faults = faults;
    }

    static Map<String, Object> user(Host host) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", host.id());
        row.put("first_name", host.firstName());
        row.put("last_name", host.lastName());
        row.put("email", host.email());
        row.put("type", 2);
        row.put("pmi", host.room());
        row.put("timezone", "America/New_York");
        row.put("verified", 1);
        row.put("status", "active");
        return row;
    }

    static Map<String, Object> reported(Run run) {
        var row = new LinkedHashMap<String, Object>();
        row.put("uuid", run.uuid());
        row.put("id", run.host().room());
        row.put("type", 2);
        row.put("topic", "Session");
        row.put("user_name", run.host().name());
        row.put("user_email", run.host().email());
        row.put("start_time", run.start().toString());
        row.put("end_time", run.end().toString());
        row.put("duration", run.minutes());
        row.put("total_minutes", run.minutes() * run.people());
        row.put("participants_count", run.people());
        row.put("has_recording", false);
        row.put("schedule_time", ZONELESS.format(run.start()));
        row.put("join_time", ZONELESS.format(run.start()));
        row.put("source", "Zoom");
        return row;
    }

    static Map<String, Object> past(Run run) {
        var row = reported(run);
        row.put("host_id", run.host().id());
        row.put("dept", "");
        row.remove("schedule_time");
        row.remove("join_time");
        row.remove("has_recording");
        return row;
    }

    /** One row a stay, so one person is many. */
    List<Map<String, Object>> participants(Run run, Instant now, boolean registrants) {
        List<Stay> inOrder = new ArrayList<>(run.stays());
        inOrder.sort(Comparator.comparing(Stay::join));
        // Until half an hour after the end the row of whoever left last may be missing.
        if (now.isBefore(run.end().plus(Duration.ofMinutes(20))) && inOrder.size() > 3) {
            inOrder.removeLast();
        }
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < inOrder.size(); i++) {
            rows.add(participant(inOrder.get(i), FIRST_USER_ID + 1024 * i, registrants));
        }
        return rows;
    }

    private Map<String, Object> participant(Stay stay, int userId, boolean registrants) {
        boolean blank = faults.on(ZoomFault.NAMES_BLANK) && !stay.who().host();
        Who who = blank ? new Who("", "", "", stay.who().registrantId(), false) : stay.who();
        var row = new LinkedHashMap<String, Object>();
        row.put("id", who.id());
        row.put("user_id", Integer.toString(userId));
        row.put("name", who.name());
        row.put("user_email", who.email());
        row.put("join_time", stay.join().toString());
        row.put("leave_time", stay.leave().toString());
        row.put("duration", Duration.between(stay.join(), stay.leave()).toSeconds());
        row.put("failover", false);
        row.put("status", stay.inMeeting() ? "in_meeting" : "in_waiting_room");
        row.put("customer_key", "");
        row.put("bo_mtg_id", "");
        if (registrants) {
            row.put("registrant_id", who.registrantId());
        }
        return row;
    }
}
