package hotleads.core.zoom;

import hotleads.core.connections.Schedules;
import hotleads.core.staff.FollowsPlaces;
import hotleads.core.staff.ProviderPlaces;
import org.springframework.stereotype.Component;

/** Sessions of a practitioner whose host we did not know are looked at as soon as we do. */
@Component
class FollowHosts implements FollowsPlaces {
    private final ProviderPlaces places;
    private final UnknownHosts unknown;
    private final Schedules schedules;

    FollowHosts(ProviderPlaces places, UnknownHosts unknown, Schedules schedules) {
        this.places = places;
        this.unknown = unknown;
        this.schedules = schedules;
    }

    @Override
    public void placesChanged() {
        unknown.keepOnly(places.zoomHosts().keySet());
        schedules.runNow(ZoomSchedule.TASK);
    }
}
