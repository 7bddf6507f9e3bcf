package hotleads.core.exports;

import hotleads.core.people.Normalise;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes everybody else out of what was said about a meeting: it names all who were there. Somebody is they who goes by
 * a name, an address or a number of theirs; of somebody at a shared address the name stays out unless it is theirs too.
 */
@Component
class OnlyTheirs {
    private final Normalise normalise;

    OnlyTheirs(Normalise normalise) {
        this.normalise = normalise;
    }

    void keep(ObjectNode parts) {
        Known known = known(parts.path("known-as"));
        parts.path(WhatIsHeld.MEETINGS).forEach(row -> {
            if (row.path("content") instanceof ObjectNode run) {
                keepInRun(run, known);
            }
        });
        parts.path(WhatIsHeld.MEETING_NEWS).forEach(row -> keepInNews((ObjectNode) row, known));
    }

    private void keepInRun(ObjectNode run, Known known) {
        ArrayNode theirs = run.arrayNode();
        int others = 0;
        for (JsonNode participant : run.path("participants")) {
            ObjectNode kept = ((ObjectNode) participant).deepCopy();
            if (keepFields(kept, known, "name", "email")) {
                theirs.add(kept);
            } else {
                others++;
            }
        }
        run.set("participants", theirs);
        run.put("othersLeftOut", others);
    }

    /** Of the whole notice only what is about them: its topic is the practitioner's, and may be named after anybody. */
    private void keepInNews(ObjectNode row, Known known) {
        JsonNode participant = row.path("body").path("payload").path("object").path("participant");
        row.remove("body");
        if (participant instanceof ObjectNode named) {
            ObjectNode kept = row.objectNode();
            named.properties().forEach(field -> {
                if (Set.of("user_name", "email", "join_time", "leave_time", "leave_reason")
                        .contains(field.getKey())) {
                    kept.set(field.getKey(), field.getValue());
                }
            });
            if (keepFields(kept, known, "user_name", "email")) {
                row.set("participant", kept);
            }
        }
    }

    private boolean keepFields(ObjectNode participant, Known known, String name, String email) {
        boolean byName = known.isCalled(participant.path(name).asString(""), normalise);
        boolean byEmail =
                known.emails.contains(normalised(participant.path(email).asString("")));
        if (!byName) {
            participant.remove(name);
        }
        if (!byEmail) {
            participant.remove(email);
        }
        return byName || byEmail;
    }

    private static String normalised(String email) {
        String found = Normalise.email(email);
        return found == null ? "" : found;
    }

    private Known known(JsonNode identities) {
        Known known = new Known(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (JsonNode identity : identities) {
            known.names.add(words(identity.path("name").asString("")));
            known.emails.add(identity.path("email").asString("-"));
            known.phones.add(identity.path("phone").asString("-"));
        }
        known.names.remove(Set.of());
        return known;
    }

    private static Set<String> words(String name) {
        return Set.copyOf(Normalise.typedWords(name));
    }

    private record Known(Set<Set<String>> names, Set<String> emails, Set<String> phones) {
        /** Whoever rings in is shown by their number. */
        boolean isCalled(String name, Normalise normalise) {
            String phone = normalise.phone(name);
            return names.contains(words(name)) || phone != null && phones.contains(phone);
        }
    }
}
