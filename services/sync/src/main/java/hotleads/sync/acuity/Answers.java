package hotleads.sync.acuity;

import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderOutcome;
import java.time.Instant;
import java.util.List;

/** What core is told. */
final class Answers {
    private Answers() {}

    static AppointmentsAnswer found(List<AcuityAppointment> found, List<Long> unreadable, Instant startedAt) {
        ProviderOutcome outcome =
                found.isEmpty() && unreadable.isEmpty() ? ProviderOutcome.NOTHING : ProviderOutcome.OK;
        return new AppointmentsAnswer(outcome, null, null, found, startedAt, unreadable);
    }

    static AppointmentsAnswer failed(Answer.Failed failed, Instant startedAt) {
        return new AppointmentsAnswer(
                failed.outcome(), failed.retryAfterMillis(), failed.cause(), List.of(), startedAt);
    }
}
