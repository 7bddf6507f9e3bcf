package hotleads.core.leads;

import hotleads.core.leads.LogOutcome.NewOutcome;
import hotleads.core.staff.StaffAccounts;
import hotleads.core.triage.Act;
import hotleads.core.triage.Permissions;
import hotleads.core.triage.Permissions.Permission;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
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

/** What staff do about a person; each body carries the version of the person its page showed. */
@RestController
@RequestMapping(path = "/api/leads/{personId}", produces = MediaType.APPLICATION_JSON_VALUE)
class PersonActsController {
    private final LogOutcome logOutcome;
    private final RecordAct recordAct;
    private final CheckAct check;
    private final UndoAct undoAct;
    private final TellZoho tellZoho;
    private final Views views;
    private final StaffAccounts staff;

    PersonActsController(
            LogOutcome logOutcome,
            RecordAct recordAct,
            CheckAct check,
            UndoAct undoAct,
            TellZoho tellZoho,
            Views views,
            StaffAccounts staff) {
        this.logOutcome = logOutcome;
        this.recordAct = recordAct;
        this.check = check;
        this.undoAct = undoAct;
        this.tellZoho = tellZoho;
        this.views = views;
        this.staff = staff;
    }

    /** @param until null for "until something changes" */
    record NewSnooze(@Nullable Instant until, long recordVersion) {}

    /** Ends a snooze. */
    record NewWake(long recordVersion) {}

    /** @param owner null for nobody's */
    record NewOwner(@Nullable UUID owner, long recordVersion) {}

    /** @param practitioner null for nobody's by our word: whose calendars they book in stays theirs */
    record NewPractitioner(@Nullable UUID practitioner, long recordVersion) {}

    /** Something to remember. */
    record NewNote(String text, long recordVersion) {}

    /**
     * A reason that is wrong.
     *
     * @param why {@code booked-elsewhere}, {@code wrong-person}, {@code attended} or {@code other}
     */
    record NewDispute(
            String reasonKey, String why, @Nullable String text, long recordVersion) {}

    /** The practice cancelled this booking. */
    record NewMark(long bookingId, long recordVersion) {}

    /** What the person allows: {@code allowed}, {@code refused} or {@code not-asked} each. */
    record NewPermissions(
            boolean doNotContact,
            String phone,
            String voicemail,
            String email,
            @Nullable String sayAs,
            long recordVersion) {}

    @PostMapping("/outcomes")
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded logOutcome(Caller caller, @PathVariable UUID personId, @RequestBody NewOutcome wanted) {
        return logOutcome.log(personId, wanted, caller);
    }

    /** What logging it could write to Zoho; null kinds of it cannot. */
    @GetMapping("/zoho-preview")
    @Transactional
    public TellZoho.ZohoPreview previewForZoho(
            Caller caller,
            @PathVariable UUID personId,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable Instant callBackAt) {
        views.act(caller, "zoho.previewed", personId);
        return tellZoho.preview(personId, LogOutcome.kindOf(kind), callBackAt);
    }

    @PostMapping("/snooze")
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded snooze(Caller caller, @PathVariable UUID personId, @RequestBody NewSnooze wanted) {
        return record(personId, wanted.recordVersion, () -> check.snooze(wanted.until), caller);
    }

    @PostMapping("/wake")
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded wake(Caller caller, @PathVariable UUID personId, @RequestBody NewWake wanted) {
        return record(personId, wanted.recordVersion, () -> check.wake(personId), caller);
    }

    @PostMapping("/owner")
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded setOwner(Caller caller, @PathVariable UUID personId, @RequestBody NewOwner wanted) {
        // Asked before the person is held: a slow answer of auth must hold up nobody else.
        if (wanted.owner != null && !staff.isAdministrator(wanted.owner)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "unknown-owner", "Choose one of the practice's administrators");
        }
        return record(personId, wanted.recordVersion, () -> new Act.OwnerSet(wanted.owner), caller);
    }

    @PostMapping("/practitioner")
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded setPractitioner(Caller caller, @PathVariable UUID personId, @RequestBody NewPractitioner wanted) {
        if (wanted.practitioner != null && !staff.isPractitioner(wanted.practitioner)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "unknown-practitioner",
                    "Choose one of the practice's practitioners");
        }
        return record(personId, wanted.recordVersion, () -> new Act.PractitionerSet(wanted.practitioner), caller);
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded note(Caller caller, @PathVariable UUID personId, @RequestBody NewNote wanted) {
        return record(personId, wanted.recordVersion, () -> check.note(wanted.text), caller);
    }

    @PostMapping("/disputes")
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded dispute(Caller caller, @PathVariable UUID personId, @RequestBody NewDispute wanted) {
        return record(
                personId,
                wanted.recordVersion,
                () -> check.dispute(personId, wanted.reasonKey, wanted.why, wanted.text),
                caller);
    }

    @PostMapping("/cancelled-by-us")
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded cancelledByUs(Caller caller, @PathVariable UUID personId, @RequestBody NewMark wanted) {
        return record(personId, wanted.recordVersion, () -> check.cancelledByUs(personId, wanted.bookingId), caller);
    }

    @PostMapping("/permissions")
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded setPermissions(Caller caller, @PathVariable UUID personId, @RequestBody NewPermissions wanted) {
        Permissions permissions = new Permissions(
                wanted.doNotContact,
                permission(wanted.phone),
                permission(wanted.voicemail),
                permission(wanted.email),
                FreeText.name(wanted.sayAs));
        return record(personId, wanted.recordVersion, () -> new Act.PermissionsSet(permissions), caller);
    }

    @PostMapping("/acts/{actId}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Caller caller, @PathVariable UUID personId, @PathVariable UUID actId) {
        undoAct.undo(personId, actId, caller);
    }

    private ActRecorded record(UUID person, long seenVersion, Supplier<? extends Act> act, Caller caller) {
        return recordAct.record(person, seenVersion, act, caller);
    }

    private static Permission permission(@Nullable String word) {
        return Permission.of(String.valueOf(word))
                .orElseThrow(() -> new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unknown-permission",
                        "Say allowed, refused or not-asked for each channel"));
    }
}
