package hotleads.core.keys;

import hotleads.core.acts.Acts;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.KeyUnusable;
import hotleads.vault.Purpose;
import hotleads.vault.inuse.Rotations;
import hotleads.vault.inuse.Rotations.InForce;
import hotleads.vault.inuse.Rotations.Rotation;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Core's keys: which are in force, since when, and the order to put a new one in the place of one. */
@RestController
class KeysController {
    private final Rotations rotations;
    private final Acts acts;
    private final String zone;

    KeysController(Rotations rotations, Acts acts, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.rotations = rotations;
        this.acts = acts;
        this.zone = zone;
    }

    /**
     * The keys in force.
     *
     * @param zone the practice's
     */
    record KeyList(String zone, List<KeyShown> items) {}

    /**
     * One key, by its id: the key itself is shown to nobody.
     *
     * @param purpose {@code practice}, {@code search} or {@code anchors}
     * @param since when it came into force, in real time
     * @param rotation the newest one of this purpose
     */
    record KeyShown(
            UUID id,
            String purpose,
            Instant since,
            @Nullable RotationShown rotation) {}

    /**
     * How far a rotation has come.
     *
     * @param rows how many there were to make anew when it began
     * @param done how many of them were looked at
     * @param leftOut how many of those do not open any more, and stay as they were
     */
    record RotationShown(
            UUID id, Instant startedAt, @Nullable Instant finishedAt, long rows, long done, long leftOut) {}

    /** No entry of its own: it tells nothing of anyone, and the page asks again and again. */
    @GetMapping(path = "/api/keys", produces = MediaType.APPLICATION_JSON_VALUE)
    KeyList keys() {
        return new KeyList(
                zone, rotations.inForce().stream().map(KeysController::shown).toList());
    }

    /** @param purpose whose key is to be followed by a new one */
    @PostMapping(path = "/api/keys/{purpose}/rotate", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    public RotationShown rotateKey(Caller caller, @PathVariable String purpose) {
        Purpose which = Purpose.of(purpose)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "no-such-key", "There is no key of that name"));
        Rotation started = start(which);
        acts.byPerson(caller, "key.rotation-started", "key", which.word() + "." + started.key());
        return shown(started);
    }

    private Rotation start(Purpose purpose) {
        try {
            return rotations
                    .start(purpose)
                    .orElseThrow(() -> new Problem(
                            HttpStatus.CONFLICT,
                            "rotation-running",
                            "Another key is being rotated: wait until that has ended"));
        } catch (UncheckedIOException notWritten) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "keys-not-writable",
                    "The new key could not be kept: let the program write the folder of its key file");
        } catch (KeyUnusable away) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "keys-away",
                    "The keys cannot be had now, so the old one stays in force");
        }
    }

    private static KeyShown shown(InForce key) {
        Rotation newest = key.rotation();
        return new KeyShown(key.id(), key.purpose().word(), key.since(), newest == null ? null : shown(newest));
    }

    private static RotationShown shown(Rotation rotation) {
        return new RotationShown(
                rotation.id(),
                rotation.startedAt(),
                rotation.finishedAt(),
                rotation.rows(),
                rotation.done(),
                rotation.leftOut());
    }
}
