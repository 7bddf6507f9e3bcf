package hotleads.core.slots;

import hotleads.core.acts.Acts;
import hotleads.core.leads.AcuityFreshness;
import hotleads.core.leads.AcuityFreshness.State;
import hotleads.core.observations.Calendars;
import hotleads.core.people.People;
import hotleads.core.slots.Slots.Slot;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Times to offer one person, looked up at Acuity while somebody waits. */
@RestController
class SlotsController {
    private final FindSlots findSlots;
    private final People people;
    private final Calendars calendars;
    private final AcuityFreshness freshness;
    private final Acts acts;
    private final PracticeClock clock;

    SlotsController(
            FindSlots findSlots,
            People people,
            Calendars calendars,
            AcuityFreshness freshness,
            Acts acts,
            PracticeClock clock) {
        this.findSlots = findSlots;
        this.people = people;
        this.calendars = calendars;
        this.freshness = freshness;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * What can be offered.
     *
     * @param state {@code loaded}, {@code check-before-offering} when not all could be confirmed, or
     *     {@code cannot-load}
     * @param causeKey the sentence that says why there are none, or why to check; null when all is well
     */
    record SlotsShown(Instant asOf, String state, @Nullable String causeKey, List<SlotShown> items) {}

    /**
     * One time.
     *
     * @param bookable whether Acuity confirmed it for this answer
     * @param freeInGoogle whether Google said so within ten minutes; null where no calendar there belongs to it
     */
    record SlotShown(
            Instant startsAt,
            int durationMinutes,
            @Nullable String practitioner,
            @Nullable String typeName,
            boolean bookable,
            @Nullable Boolean freeInGoogle,
            SlotSentence sentence) {}

    /** Why it fits, without its language: the catalogue's key, and what to fill in. */
    record SlotSentence(String key, Map<String, Object> values) {}

    @GetMapping(path = "/api/people/{personId}/slots", produces = MediaType.APPLICATION_JSON_VALUE)
    SlotsShown slots(Caller caller, @PathVariable UUID personId) {
        if (!people.exists(personId)) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
        }
        // Recorded first: the reads themselves belong to no transaction.
        acts.byPerson(caller, "slots.viewed", "person", personId.toString());
        Slots slots = findSlots.of(personId);
        String cause = slots.cause() == null ? staleness() : slots.cause();
        return new SlotsShown(
                clock.instant(),
                state(slots, cause),
                cause == null ? null : "slots." + cause,
                slots.found().stream().map(this::shown).toList());
    }

    private static String state(Slots slots, @Nullable String cause) {
        if (!slots.loaded()) {
            return "cannot-load";
        }
        return cause == null || slots.found().isEmpty() ? "loaded" : "check-before-offering";
    }

    /** The times are of now, but whom they fit follows from bookings that may be older. */
    private @Nullable String staleness() {
        State state = freshness.now().state();
        return state == State.ON_TIME || state == State.QUIET ? null : "bookings-late";
    }

    private SlotShown shown(Slot slot) {
        return new SlotShown(
                slot.startsAt(),
                slot.durationMinutes(),
                calendars.practitioner(slot.calendarId()).orElse(null),
                calendars.sessionType(slot.typeId()).orElse(null),
                slot.checked(),
                slot.freeAtGoogle(),
                new SlotSentence(slot.fit().sentence(slot.habit()), Map.of("startsAt", slot.startsAt())));
    }
}
