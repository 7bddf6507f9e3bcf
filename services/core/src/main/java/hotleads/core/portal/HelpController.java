package hotleads.core.portal;

import hotleads.core.acts.Acts;
import hotleads.core.portal.HelpNumbers.OfCountry;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whose help numbers to show, for whoever asks: help must not wait for a sign-in. Administrators keep them right. */
@RestController
class HelpController {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int MOST = 10;

    private final HelpNumbers numbers;
    private final Acts acts;
    private final PracticeClock clock;
    private final ZoneId zone;
    private final String country;
    private final String phone;

    HelpController(
            HelpNumbers numbers,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone,
            @Value("${HOTLEADS_PRACTICE_COUNTRY:US}") String country,
            @Value("${HOTLEADS_PRACTICE_PHONE:}") String phone) {
        this.numbers = numbers;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
        this.country = country;
        this.phone = phone.strip();
    }

    /**
     * What the page needs to choose its numbers.
     *
     * @param country ISO 3166-1, where the practice is
     * @param practicePhone null when the practice gave none
     * @param numbers the practice's own for that country; null where those that come with the portal hold
     */
    record Help(
            String country,
            @Nullable String practicePhone,
            @Nullable List<HelpNumber> numbers) {}

    /**
     * What administrators see of them.
     *
     * @param today where the practice is
     * @param practiceCountry ISO 3166-1, where the practice is
     * @param own those countries whose numbers the practice gives itself
     */
    record HelpSettings(LocalDate today, String practiceCountry, List<OfCountry> own) {}

    /** In the order in which they are shown. */
    record NewHelpNumbers(List<HelpNumber> numbers) {}

    @GetMapping(path = "/api/help", produces = MediaType.APPLICATION_JSON_VALUE)
    Help help() {
        return new Help(
                country,
                phone.isEmpty() ? null : phone,
                numbers.of(country).map(OfCountry::numbers).orElse(null));
    }

    @GetMapping(path = "/api/settings/help-numbers", produces = MediaType.APPLICATION_JSON_VALUE)
    HelpSettings ownNumbers() {
        return new HelpSettings(today(), country, numbers.all());
    }

    /** Whoever saves them has looked whether they are right. */
    @PostMapping(path = "/api/settings/help-numbers/{country}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public OfCountry give(Caller caller, @PathVariable("country") String of, @RequestBody NewHelpNumbers wanted) {
        if (!COUNTRY.matcher(of).matches()) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such country");
        }
        List<HelpNumber> tidied =
                wanted.numbers.stream().map(HelpNumber::tidied).toList();
        // None at all would leave somebody in need with an empty page.
        if (tidied.isEmpty() || tidied.size() > MOST || !tidied.stream().allMatch(HelpNumber::canBeCalled)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "help-numbers-wrong",
                    "One to ten numbers, each with words and digits to call");
        }
        OfCountry saved = new OfCountry(of, today(), tidied);
        numbers.put(saved);
        acts.byPerson(caller, "help-numbers.set", "country", of);
        return saved;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
