package hotleads.core.digest;

import hotleads.contracts.DigestLine;
import java.util.Map;

/** Whoever has something that waits for administrators. */
public interface CountsForAdministrators {
    /** How much of each waits now. */
    Map<DigestLine, Integer> forAdministrators();
}
