package hotleads.sync.acuity;

import hotleads.contracts.FreeDatesQuery;
import hotleads.contracts.FreeTimesQuery;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.TimeCheckQuery;
import hotleads.platform.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Core's orders to look for times that can be booked. */
@RestController
class FreeTimesController {
    private static final Logger log = LoggerFactory.getLogger(FreeTimesController.class);

    private final ReadFreeTimes freeTimes;

    FreeTimesController(ReadFreeTimes freeTimes) {
        this.freeTimes = freeTimes;
    }

    @PostMapping("/internal/acuity/free-dates")
    ProviderAnswer<List<LocalDate>> dates(@RequestBody FreeDatesQuery query) {
        require(query.month() != null && areIds(query.typeId(), query.calendarId()) && isZone(query.zone()));
        return logged("Read free dates", query.calendarId(), freeTimes.dates(query));
    }

    @PostMapping("/internal/acuity/free-times")
    ProviderAnswer<List<Instant>> times(@RequestBody FreeTimesQuery query) {
        require(query.date() != null && areIds(query.typeId(), query.calendarId()) && isZone(query.zone()));
        return logged("Read free times", query.calendarId(), freeTimes.times(query));
    }

    @PostMapping("/internal/acuity/time-check")
    ProviderAnswer<Boolean> check(@RequestBody TimeCheckQuery query) {
        require(query.startsAt() != null && areIds(query.typeId(), query.calendarId()));
        return logged("Checked a time", query.calendarId(), freeTimes.check(query));
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "bad-query",
                    "Free times are asked for a type, a calendar, a time and a zone");
        }
    }

    private static boolean areIds(long typeId, long calendarId) {
        return typeId > 0 && calendarId > 0;
    }

    private static boolean isZone(@Nullable String zone) {
        try {
            return zone != null && ZoneId.of(zone) != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static <T> ProviderAnswer<T> logged(String act, long calendar, ProviderAnswer<T> answer) {
        log.info("{} of calendar {}: {} {}", act, calendar, answer.outcome(), answer.cause());
        return answer;
    }
}
