package hotleads.core.digest;

import hotleads.contracts.DigestLine;
import hotleads.contracts.PractitionersCalendars.Practitioner;
import java.util.Map;

/** Whoever has something that waits for a practitioner. */
public interface CountsForPractitioners {
    /** How much of each waits now. */
    Map<DigestLine, Integer> forPractitioner(Practitioner one);
}
