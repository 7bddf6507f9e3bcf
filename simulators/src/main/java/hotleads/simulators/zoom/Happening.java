package hotleads.simulators.zoom;

import hotleads.simulators.storage.Json;
import hotleads.simulators.zoom.Run.Stay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One thing that happened in a room, as a hook tells it. */
record Happening(Instant at, String event, Map<String, Object> object) {

    private static final int FIRST_USER_ID = 16_778_240;

    /** All that happens in a run, in its order. */
    static List<Happening> of(Run run) {
        var all = new ArrayList<Happening>();
        all.add(new Happening(run.start(), "meeting.started", meeting(run)));
        for (int i = 0; i < run.stays().size(); i++) {
            Stay stay = run.stays().get(i);
            String kind = stay.inMeeting() ? "" : "_waiting_room";
            var who = participant(stay, FIRST_USER_ID + 1024 * i);
            all.add(told(run, stay.join(), "meeting.participant_joined" + kind, who, "join_time"));
            all.add(told(run, stay.leave(), "meeting.participant_left" + kind, who, "leave_time"));
        }
        var over = meeting(run);
        over.put("end_time", run.end().toString());
        all.sort(Comparator.comparing(Happening::at));
        all.add(new Happening(run.end(), "meeting.ended", over));
        return all;
    }

    /** Beyond ASCII Zoom writes escapes, so whoever writes the body anew breaks its signature. */
    String body(ZoomAccount account, boolean numericId) {
        var known = new LinkedHashMap<>(object);
        known.put("id", numericId ? known.get("id") : String.valueOf(known.get("id")));
        var payload = new LinkedHashMap<String, Object>();
        payload.put("account_id", account.accountId());
        payload.put("object", known);
        var whole = new LinkedHashMap<String, Object>();
        whole.put("event", event);
        whole.put("event_ts", at.toEpochMilli());
        whole.put("payload", payload);
        var ascii = new StringBuilder();
        Json.MAPPER.writeValueAsString(whole).chars().forEach(one -> {
            if (one < 128) {
                ascii.append((char) one);
            } else {
                ascii.append("\\u%04x".formatted(one));
            }
        });
        return ascii.toString();
    }

    private static Happening told(Run run, Instant at, String event, Map<String, Object> who, String timeName) {
        var person = new LinkedHashMap<>(who);
        person.put(timeName, at.toString());
        var object = meeting(run);
        object.put("participant", person);
        return new Happening(at, event, object);
    }

    private static Map<String, Object> meeting(Run run) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", run.host().room());
        object.put("uuid", run.uuid());
        object.put("host_id", run.host().id());
        object.put("topic", "Session");
        object.put("type", 2);
        object.put("start_time", run.start().toString());
        object.put("timezone", "America/New_York");
        object.put("duration", run.minutes());
        return object;
    }

    private static Map<String, Object> participant(Stay stay, int userId) {
        var person = new LinkedHashMap<String, Object>();
        person.put("user_id", String.valueOf(userId));
        person.put("user_name", stay.who().name());
        person.put("participant_uuid", "P" + userId);
        person.put("email", stay.who().email());
        person.put("registrant_id", stay.who().registrantId());
        // Absent for guests at Zoom; the host's own tells that it is the host.
        if (!stay.who().id().isEmpty()) {
            person.put("id", stay.who().id());
        }
        return person;
    }
}
