package hotleads.core.hours;

import hotleads.core.staff.FollowsPlaces;
import hotleads.core.staff.ProviderPlaces;
import hotleads.core.time.PracticeClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells whoever goes with working hours what a change of days away touches: every calendar of who is away. */
@Component
class TellFollowers implements FollowsPlaces {
    private final Absences absences;
    private final ProviderPlaces places;
    private final ObjectProvider<FollowsHours> followers;
    private final PracticeClock clock;
    private final ZoneId zone;

    TellFollowers(
            Absences absences,
            ProviderPlaces places,
            ObjectProvider<FollowsHours> followers,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.absences = absences;
        this.places = places;
        this.followers = followers;
        this.clock = clock;
        this.zone = zone;
    }

    void hoursChanged(long calendar) {
        followers.forEach(follower -> follower.hoursChanged(calendar));
    }

    void changed(Absence one) {
        calendarsOf(one.practitioner(), one.calendar()).forEach(this::hoursChanged);
    }

    /** A calendar that is another's now follows the other's days. */
    @Override
    public void placesChanged() {
        absences.from(LocalDate.ofInstant(clock.instant(), zone)).forEach(this::changed);
    }

    private List<Long> calendarsOf(@Nullable UUID practitioner, @Nullable Long calendar) {
        return practitioner == null
                ? calendar == null ? List.of() : List.of(calendar)
                : places.calendarsOf(practitioner);
    }
}
