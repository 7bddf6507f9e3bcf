package hotleads.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How much waits on one day, in numbers and nothing else.
 *
 * @param day where the practice is; told twice of one day, nobody gets a second mail
 * @param administrators for each of them the same
 */
public record NewDigests(LocalDate day, Map<DigestLine, Integer> administrators, List<OfPractitioner> practitioners) {
    /** For one practitioner, by account. */
    public record OfPractitioner(UUID account, Map<DigestLine, Integer> counts) {}
}
