package hotleads.sync.acuity;

import hotleads.contracts.AppointmentLinks;
import hotleads.contracts.AppointmentQuery;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.WindowQuery;
import hotleads.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Core's orders to read at Acuity. The answer is 200 whenever we work; its outcome says how Acuity answered. */
@RestController
class AcuityController {
    private static final Logger log = LoggerFactory.getLogger(AcuityController.class);

    private final ReadAppointment appointment;
    private final ReadAppointmentLinks links;
    private final ReadWindow window;

    AcuityController(ReadAppointment appointment, ReadAppointmentLinks links, ReadWindow window) {
        this.appointment = appointment;
        this.links = links;
        this.window = window;
    }

    @PostMapping("/internal/acuity/appointment")
    AppointmentsAnswer appointment(@RequestBody AppointmentQuery query) {
        if (query.id() <= 0) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-id", "An appointment's id is a positive number");
        }
        AppointmentsAnswer answer = appointment.read(query.id());
        log.info("Read appointment {}: {} {}", query.id(), answer.outcome(), answer.cause());
        return answer;
    }

    @PostMapping("/internal/acuity/appointment-links")
    ProviderAnswer<AppointmentLinks> links(@RequestBody AppointmentQuery query) {
        if (query.id() <= 0) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-id", "An appointment's id is a positive number");
        }
        ProviderAnswer<AppointmentLinks> answer = links.read(query.id());
        log.info("Read the links of appointment {}: {} {}", query.id(), answer.outcome(), answer.cause());
        return answer;
    }

    @PostMapping("/internal/acuity/window")
    AppointmentsAnswer window(@RequestBody WindowQuery query) {
        // Jackson leaves out what was not sent, whatever the record says.
        if (query.from() == null || query.to() == null || query.from().isAfter(query.to())) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-window", "A window has a first and a last date, in order");
        }
        AppointmentsAnswer answer = window.read(query.from(), query.to());
        log.info(
                "Read window {} to {}: {} {}, {} appointments, unreadable {}",
                query.from(),
                query.to(),
                answer.outcome(),
                answer.cause(),
                answer.appointments().size(),
                answer.unreadable());
        return answer;
    }
}
