package hotleads.core.calendars;

import hotleads.core.staff.ProviderPlaces;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which address at Google belongs to a practitioner's calendar at Acuity. */
@Component
class GoogleAddresses {
    private final ProviderPlaces places;

    GoogleAddresses(ProviderPlaces places) {
        this.places = places;
    }

    boolean areKnown() {
        return places.areKnown();
    }

    /** Addresses by Acuity calendar; they never leave core but in an order to sync. */
    Map<Long, String> all() {
        return places.googleAddresses();
    }

    Optional<String> of(long calendar) {
        return Optional.ofNullable(all().get(calendar));
    }

    boolean has(long calendar) {
        return all().containsKey(calendar);
    }

    /** False only where somebody said that nothing at Google belongs to this calendar. */
    boolean mayHave(long calendar) {
        return has(calendar) || places.isUntold(calendar);
    }
}
