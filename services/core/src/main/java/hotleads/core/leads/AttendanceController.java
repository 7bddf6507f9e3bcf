package hotleads.core.leads;

import hotleads.platform.endpoint.Caller;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One of us says whether somebody came: an administrator of anybody, a practitioner of their own clients. */
@RestController
class AttendanceController {
    private final RecordAct recordAct;
    private final CheckAct check;
    private final RequireOwn requireOwn;

    AttendanceController(RecordAct recordAct, CheckAct check, RequireOwn requireOwn) {
        this.recordAct = recordAct;
        this.check = check;
        this.requireOwn = requireOwn;
    }

    /** @param came false when they missed it */
    record NewAttendance(long bookingId, boolean came, long recordVersion) {}

    @PostMapping(path = "/api/people/{personId}/attendance", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded say(Caller caller, @PathVariable UUID personId, @RequestBody NewAttendance said) {
        requireOwn.of(caller, personId);
        return recordAct.record(
                personId, said.recordVersion, () -> check.attendance(personId, said.bookingId, said.came), caller);
    }
}
