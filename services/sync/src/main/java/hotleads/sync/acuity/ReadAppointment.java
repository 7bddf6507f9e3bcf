package hotleads.sync.acuity;

import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.http.Deadline;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads one appointment by its id. */
@Component
class ReadAppointment {
    private final AcuityApi api;
    private final AcuityProperties properties;
    private final Clock clock;

    ReadAppointment(AcuityApi api, AcuityProperties properties, Clock clock) {
        this.api = api;
        this.properties = properties;
        this.clock = clock;
    }

    AppointmentsAnswer read(long id) {
        Instant startedAt = clock.instant();
        return switch (api.get("/appointments/" + id, Deadline.in(properties.total()))) {
            case Answer.Content(JsonNode json) -> answer(id, Row.read(json), startedAt);
            case Answer.TooMuch() -> Answers.failed(new Answer.Failed(ProviderOutcome.UNCLEAR, "too-large"), startedAt);
            case Answer.Failed failed -> Answers.failed(failed, startedAt);
        };
    }

    private static AppointmentsAnswer answer(long id, Row row, Instant startedAt) {
        return switch (row) {
            case Row.Readable(var appointment)
            when appointment.id() == id -> Answers.found(List.of(appointment), List.of(), startedAt);
            case Row.Unreadable(long unreadable)
            when unreadable == id ->
                new AppointmentsAnswer(ProviderOutcome.UNCLEAR, null, "bad-content", List.of(), startedAt, List.of(id));
            case Row.Readable other -> Answers.failed(Answer.BAD_CONTENT, startedAt);
            case Row.Unreadable other -> Answers.failed(Answer.BAD_CONTENT, startedAt);
            case Row.Nameless() -> Answers.failed(Answer.BAD_CONTENT, startedAt);
        };
    }
}
