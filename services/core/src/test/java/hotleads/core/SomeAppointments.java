package hotleads.core;

import hotleads.contracts.AcuityAppointment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appointments as Acuity would answer them. */
final class SomeAppointments {
    private SomeAppointments() {}

    static Builder appointment(long id) {
        return new Builder(id);
    }

    static final class Builder {
        private final long id;
        private String firstName = "Ana";
        private String lastName = "Planted-Reyes";
        private @Nullable String phone = "(212) 555-0103";
        private @Nullable String email = "ana.planted@example.org";
        private Instant startsAt = Instant.EPOCH;
        private int minutes = 50;
        private long calendarId = 7;
        private long typeId = 8;
        private @Nullable Instant bookedAt;
        private boolean canceled;
        private @Nullable Boolean noShow;

        private Builder(long id) {
            this.id = id;
        }

        Builder named(String first, String last) {
            firstName = first;
            lastName = last;
            return this;
        }

        Builder reachedBy(@Nullable String newEmail, @Nullable String newPhone) {
            email = newEmail;
            phone = newPhone;
            return this;
        }

        Builder at(Instant start) {
            startsAt = start;
            return this;
        }

        Builder in(long calendar) {
            calendarId = calendar;
            return this;
        }

        /** Acuity keeps a missed session as a cancelled one with a mark. */
        Builder missed() {
            canceled = true;
            noShow = true;
            return this;
        }

        Builder ofType(long type) {
            typeId = type;
            return this;
        }

        Builder bookedAt(Instant moment) {
            bookedAt = moment;
            return this;
        }

        Builder cancelled() {
            canceled = true;
            noShow = false;
            return this;
        }

        Builder lasting(int newMinutes) {
            minutes = newMinutes;
            return this;
        }

        AcuityAppointment build() {
            return new AcuityAppointment(
                    id,
                    firstName,
                    lastName,
                    phone,
                    email,
                    startsAt,
                    minutes,
                    calendarId,
                    "Dana Planted-Practitioner",
                    typeId,
                    "Planted individual session",
                    "America/New_York",
                    "America/New_York",
                    canceled,
                    noShow,
                    bookedAt == null ? startsAt.minusSeconds(30L * 86_400) : bookedAt,
                    null,
                    List.of(),
                    null);
        }
    }
}
