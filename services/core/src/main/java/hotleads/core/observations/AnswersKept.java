package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
import hotleads.core.vault.Vault;
import hotleads.vault.Unopened;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers we kept, opened again for whoever asks what a read brought. */
@Component
public class AnswersKept {
    private final Observations observations;
    private final AcuityRecords records;
    private final Vault vault;

    AnswersKept(Observations observations, AcuityRecords records, Vault vault) {
        this.observations = observations;
        this.records = records;
        this.vault = vault;
    }

    /**
     * The last two answers that were known once the read with this ticket was taken in, newest first; without the
     * content of those that do not open.
     */
    public List<Answered> upTo(long record, long ticket, Unopened unopened) {
        return observations.upTo(record, ticket).stream()
                .map(observation -> open(observation, unopened))
                .toList();
    }

    private Answered open(Observation observation, Unopened unopened) {
        return new Answered(
                observation.id(),
                observation.ticket(),
                observation.receivedAt(),
                observation.state(),
                content(observation, unopened));
    }

    private @Nullable AcuityAppointment content(Observation observation, Unopened unopened) {
        byte[] content = observation.content();
        UUID key = observation.keyId();
        if (content == null || key == null) {
            return null;
        }
        return unopened.open(() -> records.open(content, vault.key(key), observation.id()))
                .orElse(null);
    }
}
