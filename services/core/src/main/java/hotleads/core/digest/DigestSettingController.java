package hotleads.core.digest;

import hotleads.core.acts.Acts;
import hotleads.core.settings.Decided;
import hotleads.core.settings.PracticeSettings;
import hotleads.core.settings.SettingRefused;
import hotleads.platform.endpoint.Caller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** When digests are mailed, for administrators to decide. */
@RestController
class DigestSettingController {
    private final PracticeSettings settings;
    private final Digests digests;
    private final Acts acts;
    private final String zone;

    DigestSettingController(
            PracticeSettings settings,
            Digests digests,
            Acts acts,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.settings = settings;
        this.digests = digests;
        this.acts = acts;
        this.zone = zone;
    }

    /**
     * What holds.
     *
     * @param atMinute of the day
     * @param zone the practice's IANA zone, by whose wall it is meant
     * @param lastDay the last whose digests were handed over; null before the first
     * @param version to be sent back with a change; 0 while nobody has decided
     */
    record DigestShown(
            boolean on, int atMinute, String zone, @Nullable LocalDate lastDay, long version) {}

    /** @param version what the caller's page showed */
    record DigestWanted(boolean on, int atMinute, long version) {}

    @GetMapping(path = "/api/settings/digest", produces = MediaType.APPLICATION_JSON_VALUE)
    DigestShown digest() {
        return shown(settings.of(DigestSetting.KIND));
    }

    @PostMapping(path = "/api/settings/digest", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public DigestShown setDigest(Caller caller, @RequestBody DigestWanted wanted) {
        DigestSetting setting = new DigestSetting(wanted.on, wanted.atMinute);
        if (!setting.makesSense()) {
            throw SettingRefused.at("atMinute", "Use a minute of the day, from 0 to 1439");
        }
        Decided<DigestSetting> decided = settings.decide(DigestSetting.KIND, setting, wanted.version);
        acts.byPerson(caller, "setting.changed", "setting", DigestSetting.KIND.word());
        return shown(decided);
    }

    private DigestShown shown(Decided<DigestSetting> decided) {
        return new DigestShown(
                decided.value().on(),
                decided.value().atMinute(),
                zone,
                digests.last().orElse(null),
                decided.version());
    }
}
