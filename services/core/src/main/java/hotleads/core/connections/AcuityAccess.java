package hotleads.core.connections;

import hotleads.contracts.AcuityAccount;
import hotleads.contracts.AcuityCatalogue;
import hotleads.contracts.AcuityHook;
import hotleads.contracts.AppointmentLinks;
import hotleads.contracts.FreeDatesQuery;
import hotleads.contracts.FreeTimesQuery;
import hotleads.contracts.HookRemoval;
import hotleads.contracts.NewAcuityHook;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.TimeCheckQuery;
import hotleads.core.sources.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Calls at Acuity for whoever waits for their answer; each takes its turn among all reads there. */
@Component
public class AcuityAccess {
    private final SyncClient sync;
    private final AcuityPace pace;
    private final AcuityHealth health;

    AcuityAccess(SyncClient sync, AcuityPace pace, AcuityHealth health) {
        this.sync = sync;
        this.pace = pace;
        this.health = health;
    }

    public ProviderAnswer<AcuityCatalogue> catalogue() {
        return inTurn(sync::catalogue);
    }

    public ProviderAnswer<List<LocalDate>> freeDates(FreeDatesQuery query) {
        return inTurn(() -> sync.freeDates(query));
    }

    public ProviderAnswer<List<Instant>> freeTimes(FreeTimesQuery query) {
        return inTurn(() -> sync.freeTimes(query));
    }

    /** Whether this very start can be booked now. */
    public ProviderAnswer<Boolean> check(TimeCheckQuery query) {
        return inTurn(() -> sync.check(query));
    }

    /** Where an appointment's own client may go: for them alone, and never kept. */
    public ProviderAnswer<AppointmentLinks> links(long appointment) {
        return inTurn(() -> sync.links(appointment));
    }

    public ProviderAnswer<List<AcuityHook>> hooks() {
        return inTurn(sync::hooks);
    }

    public ProviderAnswer<AcuityHook> makeHook(NewAcuityHook wanted) {
        return inTurn(() -> sync.makeHook(wanted));
    }

    public ProviderAnswer<Boolean> removeHook(HookRemoval removal) {
        return inTurn(() -> sync.removeHook(removal));
    }

    /** Whose account it is, asked even while our credentials count as refused. */
    ProviderAnswer<AcuityAccount> testCredentials() {
        health.credentialsAreTried();
        ProviderAnswer<AcuityAccount> answer = inTurn(sync::account);
        if (answer.outcome() == ProviderOutcome.OK) {
            health.credentialsAreTaken();
        }
        return answer;
    }

    private <T> ProviderAnswer<T> inTurn(Supplier<ProviderAnswer<T>> call) {
        try {
            if (!pace.awaitTurn(Turn.LIVE)) {
                return ProviderAnswer.failed(ProviderOutcome.RETRY_LATER, null, "own-limit");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "stopping");
        }
        ProviderAnswer<T> answer = call.get();
        health.heardAside(answer);
        return answer;
    }
}
