package hotleads.core.erasures;

import hotleads.contracts.DigestLine;
import hotleads.core.digest.CountsForAdministrators;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many erasures wait for an administrator's word, and of whom is said to nobody. */
@Component
class CountErasures implements CountsForAdministrators {
    private final Erasures erasures;
    private final OwnWishes wishes;

    CountErasures(Erasures erasures, OwnWishes wishes) {
        this.erasures = erasures;
        this.wishes = wishes;
    }

    /** As on Today: to whoever asked, too, for it is not done yet. */
    @Override
    public Map<DigestLine, Integer> forAdministrators() {
        return Map.of(DigestLine.ERASURES, erasures.waiting() + wishes.all().size());
    }
}
