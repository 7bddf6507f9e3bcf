package hotleads.core.exports;

import hotleads.core.exports.PersonExport.State;
import hotleads.core.ownclients.OwnRecord;
import hotleads.core.people.People;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** All that is held of a person: asked for, waited for, and fetched once, by whoever asked. */
@RestController
class ExportsController {
    private static final String ZIP = "application/zip";
    private static final int SHOWN = 5;
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;
    private static final String OWN_WISH = "They asked for it themselves";

    private final Exports exports;
    private final People people;
    private final OwnRecord own;
    private final ExportActs acts;

    ExportsController(Exports exports, People people, OwnRecord own, ExportActs acts) {
        this.exports = exports;
        this.people = people;
        this.own = own;
        this.acts = acts;
    }

    /** Why somebody's record is wanted. */
    record ExportWanted(String reason) {
        @Override
        public String toString() {
            return "[reason]";
        }
    }

    /**
     * One copy.
     *
     * @param state {@code asked}, {@code making}, {@code ready}, {@code downloaded}, {@code expired} or {@code failed}
     * @param mine whether the caller asked for it, and so may fetch it
     * @param cause why it failed: {@code accounts-away}, {@code no-room} or {@code not-made}
     * @param goneAt when it goes unless it is fetched; null when it is not there
     */
    record ExportShown(
            UUID id,
            String state,
            boolean mine,
            @Nullable String cause,
            Instant askedAt,
            @Nullable Instant readyAt,
            @Nullable Instant goneAt) {
        static ExportShown of(PersonExport export, Caller caller) {
            return new ExportShown(
                    export.id(),
                    export.state().word(),
                    export.accountId().equals(caller.accountId()),
                    export.cause(),
                    export.askedAt(),
                    export.readyAt(),
                    export.state() == State.READY ? export.askedAt().plus(Exports.KEPT) : null);
        }
    }

    /** The newest first. */
    record ExportList(List<ExportShown> items) {}

    @PostMapping(path = "/api/people/{personId}/exports", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    public ExportShown askForExport(Caller caller, @PathVariable UUID personId, @RequestBody ExportWanted wanted) {
        UUID person = require(personId);
        String reason = wanted.reason.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "reason-needed", "Say why, in 3 to 500 characters");
        }
        return asked(caller, person, reason);
    }

    @GetMapping(path = "/api/people/{personId}/exports", produces = MediaType.APPLICATION_JSON_VALUE)
    ExportList exports(Caller caller, @PathVariable UUID personId) {
        return shown(exports.of(require(personId), SHOWN), caller);
    }

    @PostMapping(path = "/api/exports/{exportId}/download", produces = ZIP)
    @Transactional
    public ResponseEntity<byte[]> download(Caller caller, @PathVariable UUID exportId) {
        return fetched(caller, exportId, null);
    }

    /** Their own record, for a client: there is no reason to give. */
    @PostMapping(path = "/api/me/exports", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    public ExportShown askForOwn(Caller caller) {
        return asked(caller, own.of(caller), OWN_WISH);
    }

    /** What the client asked for; what staff asked for about them stands among who did what. */
    @GetMapping(path = "/api/me/exports", produces = MediaType.APPLICATION_JSON_VALUE)
    ExportList ownExports(Caller caller) {
        return shown(
                exports.of(own.of(caller), SHOWN).stream()
                        .filter(export -> export.accountId().equals(caller.accountId()))
                        .toList(),
                caller);
    }

    @PostMapping(path = "/api/me/exports/{exportId}/download", produces = ZIP)
    @Transactional
    public ResponseEntity<byte[]> downloadOwn(Caller caller, @PathVariable UUID exportId) {
        return fetched(caller, exportId, own.of(caller));
    }

    private ExportShown asked(Caller caller, UUID person, String reason) {
        // One at a time for each who asks: an earlier one that waits would be a copy more than is needed.
        exports.openOf(person, caller.accountId()).forEach(earlier -> {
            exports.end(earlier.id(), State.EXPIRED);
            acts.done(caller, "person.export-dropped", person);
        });
        PersonExport asked = exports.ask(person, caller.accountId());
        acts.asked(caller, person, reason);
        return ExportShown.of(asked, caller);
    }

    /** @param only whose it must be; null for anybody's */
    private ResponseEntity<byte[]> fetched(Caller caller, UUID id, @Nullable UUID only) {
        PersonExport export = exports.hold(id)
                .filter(held -> held.accountId().equals(caller.accountId()))
                .filter(held -> only == null || people.whole(held.personId()).equals(only))
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such export"));
        if (export.state().isOver()) {
            throw new Problem(HttpStatus.GONE, "export-gone", "It was downloaded, or nobody did in time: ask again");
        }
        if (export.state() != State.READY) {
            throw new Problem(HttpStatus.CONFLICT, "export-not-ready", "It is still being made");
        }
        byte[] archive = exports.open(id);
        exports.end(id, State.DOWNLOADED);
        acts.done(caller, "person.export-downloaded", export.personId());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ZIP))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"record.zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(archive);
    }

    private UUID require(UUID named) {
        if (!people.exists(named)) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
        }
        return people.whole(named);
    }

    private static ExportList shown(List<PersonExport> found, Caller caller) {
        return new ExportList(
                found.stream().map(export -> ExportShown.of(export, caller)).toList());
    }
}
