package hotleads.core.mood;

import hotleads.core.acts.Acts;
import hotleads.core.mood.KeepCheckIn.Kept;
import hotleads.core.mood.ShowMood.Trend;
import hotleads.core.ownclients.OwnRecord;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A client's own entries. */
@RestController
@RequestMapping(path = "/api/me/check-ins", produces = MediaType.APPLICATION_JSON_VALUE)
class OwnCheckInsController {
    private final OwnRecord own;
    private final KeepCheckIn keep;
    private final ShowMood show;
    private final Acts acts;

    OwnCheckInsController(OwnRecord own, KeepCheckIn keep, ShowMood show, Acts acts) {
        this.own = own;
        this.keep = keep;
        this.show = show;
        this.acts = acts;
    }

    /**
     * An answer.
     *
     * @param id made by the page, so that a second try after a lost answer makes no second entry
     * @param answer 1 (very low) to 10 (very good)
     */
    record NewCheckIn(
            @Nullable UUID id, int answer, @Nullable String note) {
        @Override
        public String toString() {
            return "[check-in " + id + "]";
        }
    }

    /** Another answer in the place of one. */
    record ChangedCheckIn(int answer, @Nullable String note) {
        @Override
        public String toString() {
            return "[check-in]";
        }
    }

    /**
     * What was kept.
     *
     * @param low whether help comes first: 3 or less, or 3 below one's own median
     */
    record CheckInKept(UUID id, Instant at, Instant changeableUntil, boolean low) {}

    @GetMapping
    @Transactional
    public Trend own(Caller caller, @RequestParam(defaultValue = "30") int days) {
        UUID person = own.of(caller);
        acts.byPerson(caller, "check-ins.read", "person", person.toString());
        return show.trend(person, days);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CheckInKept add(Caller caller, @RequestBody NewCheckIn wanted) {
        UUID id = wanted.id;
        if (id == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "check-in-id", "An entry has an id of its own");
        }
        return shown(keep.add(own.of(caller), id, wanted.answer, wanted.note, caller));
    }

    @PostMapping("/{checkInId}/change")
    CheckInKept change(Caller caller, @PathVariable UUID checkInId, @RequestBody ChangedCheckIn wanted) {
        return shown(keep.change(own.of(caller), checkInId, wanted.answer, wanted.note, caller));
    }

    @PostMapping("/{checkInId}/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID checkInId) {
        keep.remove(own.of(caller), checkInId, caller);
    }

    private static CheckInKept shown(Kept kept) {
        return new CheckInKept(
                kept.checkIn().id(), kept.checkIn().at(), kept.checkIn().changeableUntil(), kept.low());
    }
}
