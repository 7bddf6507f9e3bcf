package hotleads.sync.acuity;

import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.http.Deadline;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads all appointments of a window of dates. Acuity has no paging, so a window that comes back full is read again in
 * two halves (sheet §4.1). Either all of it is brought or nothing: half a window would look like cancelled bookings.
 */
@Component
class ReadWindow {
    private final AcuityApi api;
    private final AcuityProperties properties;
    private final Clock clock;

    ReadWindow(AcuityApi api, AcuityProperties properties, Clock clock) {
        this.api = api;
        this.properties = properties;
        this.clock = clock;
    }

    AppointmentsAnswer read(LocalDate from, LocalDate to) {
        Instant startedAt = clock.instant();
        Rows rows = new Rows();
        return collect(from, to, rows, Deadline.in(properties.total()))
                .map(failed -> Answers.failed(failed, startedAt))
                .orElseGet(() -> Answers.found(rows.readable(), rows.unreadable(), startedAt));
    }

    /** What went wrong, or empty when the rows are complete. */
    private Optional<Answer.Failed> collect(LocalDate from, LocalDate to, Rows rows, Deadline deadline) {
        return switch (api.get(query(from, to), deadline)) {
            case Answer.Failed failed -> Optional.of(ofAWindow(failed));
            case Answer.TooMuch() -> collectHalves(from, to, rows, deadline);
            case Answer.Content(JsonNode json) when !json.isArray() -> Optional.of(Answer.BAD_CONTENT);
            case Answer.Content(JsonNode json)
            when json.size() >= properties.mostRows() -> collectHalves(from, to, rows, deadline);
            case Answer.Content(JsonNode json) -> {
                rows.addAll(json);
                yield Optional.empty();
            }
        };
    }

    private Optional<Answer.Failed> collectHalves(LocalDate from, LocalDate to, Rows rows, Deadline deadline) {
        if (from.equals(to)) {
            return Optional.of(new Answer.Failed(ProviderOutcome.UNCLEAR, "day-too-full"));
        }
        LocalDate middle = from.plusDays(ChronoUnit.DAYS.between(from, to) / 2);
        return collect(from, middle, rows, deadline).or(() -> collect(middle.plusDays(1), to, rows, deadline));
    }

    private String query(LocalDate from, LocalDate to) {
        return "/appointments?minDate=" + from + "&maxDate=" + to + "&showall=true&excludeForms=true&direction=ASC&max="
                + properties.mostRows();
    }

    /** A window cannot be gone: the address is wrong then. */
    private static Answer.Failed ofAWindow(Answer.Failed failed) {
        return failed.outcome() == ProviderOutcome.GONE ? Answer.WRONG_ADDRESS : failed;
    }
}
