package hotleads.core.leads;

import hotleads.core.leads.ReasonShown.SentenceShown;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.Act;
import hotleads.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes an act of what was asked for, or refuses what cannot be: checked against the person as they are now. */
@Component
class CheckAct {
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);
    private static final Set<String> WHYS = Set.of("booked-elsewhere", "wrong-person", "attended", "other");

    private final Leads leads;
    private final Bookings bookings;
    private final PracticeClock clock;

    CheckAct(Leads leads, Bookings bookings, PracticeClock clock) {
        this.leads = leads;
        this.bookings = bookings;
        this.clock = clock;
    }

    Act.Snoozed snooze(@Nullable Instant until) {
        Instant now = clock.instant();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE)))) {
            throw refused("snooze-time", "Say until when: a time ahead, within a year");
        }
        return new Act.Snoozed(until);
    }

    Act.Woken wake(UUID person) {
        if (stored(person).placement().causes().stream().noneMatch(SentenceShown::isSnooze)) {
            throw refused("not-snoozed", "This person is not snoozed");
        }
        return new Act.Woken();
    }

    Act.Noted note(@Nullable String text) {
        String note = FreeText.note(text);
        if (note == null) {
            throw refused("note-empty", "A note needs some words");
        }
        return new Act.Noted(note);
    }

    Act.ReasonDisputed dispute(UUID person, String reasonKey, String why, @Nullable String text) {
        if (!WHYS.contains(why)) {
            throw refused("unknown-why", "Choose what is wrong with the reason");
        }
        ReasonShown wrong = stored(person).reasons().stream()
                .filter(reason -> reasonKey.equals(reason.key()))
                .findFirst()
                .orElseThrow(() -> refused("no-such-reason", "This reason does not speak for the person now"));
        return new Act.ReasonDisputed(reasonKey, wrong.rule(), why, FreeText.note(text));
    }

    Act.CancelledByUs cancelledByUs(UUID person, long booking) {
        boolean cancelled = bookings.of(person).stream()
                .anyMatch(one -> one.id() == booking && one.state() == BookingState.CANCELLED);
        if (!cancelled) {
            throw refused("not-cancelled", "This is no cancelled booking of this person");
        }
        return new Act.CancelledByUs(booking);
    }

    Act.AttendanceSet attendance(UUID person, long booking, boolean came) {
        boolean held = bookings.of(person).stream()
                .anyMatch(one -> one.id() == booking
                        && (one.state() == BookingState.BOOKED || one.state() == BookingState.MISSED)
                        && !one.startsAt().isAfter(clock.instant()));
        if (!held) {
            throw refused("no-such-session", "This is no session of this person that has begun");
        }
        return new Act.AttendanceSet(booking, came);
    }

    private StoredEvaluation stored(UUID person) {
        return leads.find(person)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person"))
                .evaluation();
    }

    private static Problem refused(String code, String title) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, title);
    }
}
