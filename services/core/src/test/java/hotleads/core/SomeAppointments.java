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
        private long calendarId = 7;
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

        Builder cancelled() {
            canceled = true;
            noShow = false;
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
                    50,
                    calendarId,
                    "Dana Planted-Practitioner",
                    8,
                    "Planted individual session",
                    "America/New_York",
                    "America/New_York",
                    canceled,
                    noShow,
                    startsAt.minusSeconds(30L * 86_400),
                    null,
                    List.of(),
                    null);
        }
    }
}
