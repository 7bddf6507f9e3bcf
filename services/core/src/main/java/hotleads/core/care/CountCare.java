package hotleads.core.care;

import hotleads.contracts.DigestLine;
import hotleads.contracts.PractitionersCalendars.Practitioner;
import hotleads.core.digest.CountsForAdministrators;
import hotleads.core.digest.CountsForPractitioners;
import hotleads.core.ownclients.OwnClients;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many care check-ins wait, and of whom is said to nobody. */
@Component
class CountCare implements CountsForAdministrators, CountsForPractitioners {
    private final CareCheckIns care;
    private final OwnClients ownClients;

    CountCare(CareCheckIns care, OwnClients ownClients) {
        this.care = care;
        this.ownClients = ownClients;
    }

    @Override
    public Map<DigestLine, Integer> forAdministrators() {
        return Map.of(DigestLine.CARE_UNANSWERED, care.unanswered().size());
    }

    @Override
    public Map<DigestLine, Integer> forPractitioner(Practitioner one) {
        return Map.of(
                DigestLine.CARE,
                care.countWaitingOf(ownClients.all(one.account(), one.calendars(), ShowCare.MOST_CLIENTS)));
    }
}
