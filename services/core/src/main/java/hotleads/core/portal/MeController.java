package hotleads.core.portal;

import hotleads.core.acts.Acts;
import hotleads.core.ownclients.OwnRecord;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What every page of the portal needs: the practice's zone and telephone, and how its client wants it to look. */
@RestController
class MeController {
    private static final String SUBJECT = "person";

    private final OwnRecord own;
    private final PortalSettings settings;
    private final ReportUnopened report;
    private final Acts acts;
    private final PracticeClock clock;
    private final ZoneId zone;
    private final String phone;
    private final String page;

    MeController(
            OwnRecord own,
            PortalSettings settings,
            ReportUnopened report,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone,
            @Value("${HOTLEADS_PRACTICE_PHONE:}") String phone,
            @Value("${HOTLEADS_ACUITY_BOOKING_PAGE:}") String page) {
        this.own = own;
        this.settings = settings;
        this.report = report;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
        this.phone = phone.strip();
        this.page = page.strip();
    }

    /**
     * Around the pages.
     *
     * @param asOf the practice's time
     * @param practicePhone null when the practice gave none
     * @param bookingPage where a new session is booked; null without one
     * @param zone the zone they chose; null for the phone's own
     * @param textSize {@code usual}, {@code large} or {@code larger}
     */
    record Me(
            Instant asOf,
            String practiceZone,
            @Nullable String practicePhone,
            @Nullable String bookingPage,
            @Nullable String zone,
            String textSize) {}

    /** As in {@link Me}. */
    record NewSettings(@Nullable String zone, @Nullable String textSize) {}

    @GetMapping(path = "/api/me", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public Me me(Caller caller) {
        UUID person = own.of(caller);
        Unopened unopened = new Unopened();
        PortalSetting setting = settings.of(person, unopened);
        report.of(unopened);
        acts.byPerson(caller, "me.opened", SUBJECT, person.toString());
        return new Me(
                clock.instant(),
                zone.getId(),
                phone.isEmpty() ? null : phone,
                page.isEmpty() ? null : page,
                setting.zone(),
                setting.textSize());
    }

    @PostMapping("/api/me/settings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void set(Caller caller, @RequestBody NewSettings wanted) {
        PortalSetting setting = new PortalSetting(wanted.zone, String.valueOf(wanted.textSize));
        if (!setting.isOneOfOurs()) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "unknown-setting", "Choose one of the zones and sizes offered");
        }
        UUID person = own.of(caller);
        settings.put(person, setting);
        acts.byPerson(caller, "me.settings-set", SUBJECT, person.toString());
    }
}
