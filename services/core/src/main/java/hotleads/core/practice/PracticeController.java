package hotleads.core.practice;

import hotleads.core.acts.Acts;
import hotleads.core.hours.Hours;
import hotleads.core.practice.MessageTemplates.MessageTemplate;
import hotleads.core.settings.Decided;
import hotleads.core.settings.PracticeSettings;
import hotleads.core.settings.SettingKind;
import hotleads.core.settings.SettingRefused;
import hotleads.platform.endpoint.Caller;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the practice decided, for all who work there; administrators decide. */
@RestController
class PracticeController {
    private final PracticeSettings settings;
    private final Acts acts;
    private final String zone;

    PracticeController(
            PracticeSettings settings, Acts acts, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.settings = settings;
        this.acts = acts;
        this.zone = zone;
    }

    /**
     * All of it. Each part has a version, to be sent back with a change; 0 while nobody has decided and the default
     * holds.
     *
     * @param zone the practice's IANA zone
     */
    record PracticeShown(
            String zone,
            ContactTimesShown contactTimes,
            TemplatesShown templates,
            NoticeShown notice,
            IdleShown idle,
            WordsShown words) {}

    /** @param hours none, at any time */
    record ContactTimesShown(List<Hours> hours, long version) {}

    /** Messages, with what is put into them in braces. */
    record TemplatesShown(List<MessageTemplate> items, long version) {}

    /** @param minutes before its beginning until which a time is offered */
    record NoticeShown(int minutes, long version) {}

    /** @param minutes after which a screen that was left alone is locked */
    record IdleShown(int minutes, long version) {}

    /** @param word {@code client} or {@code patient} */
    record WordsShown(String word, long version) {}

    @GetMapping(path = "/api/settings/practice", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public PracticeShown practice() {
        Decided<ContactTimes> times = settings.of(ContactTimes.KIND);
        Decided<MessageTemplates> templates = settings.of(MessageTemplates.KIND);
        Decided<BookingNotice> notice = settings.of(BookingNotice.KIND);
        Decided<IdleTime> idle = settings.of(IdleTime.KIND);
        Decided<PersonWord> words = settings.of(PersonWord.KIND);
        return new PracticeShown(
                zone,
                new ContactTimesShown(times.value().hours(), times.version()),
                new TemplatesShown(templates.value().items(), templates.version()),
                new NoticeShown(notice.value().minutes(), notice.version()),
                new IdleShown(idle.value().minutes(), idle.version()),
                new WordsShown(words.value().word(), words.version()));
    }

    @PostMapping("/api/settings/contact-times")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void setContactTimes(Caller caller, @RequestBody ContactTimesShown wanted) {
        if (!Hours.makeAWeek(wanted.hours)) {
            throw SettingRefused.at(
                    "hours", "Hours are a weekday from 1 to 7 and two minutes of its 1440, in order and apart");
        }
        decide(caller, ContactTimes.KIND, new ContactTimes(wanted.hours), wanted.version);
    }

    @PostMapping("/api/settings/templates")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void setTemplates(Caller caller, @RequestBody TemplatesShown wanted) {
        MessageTemplates templates = new MessageTemplates(
                wanted.items.stream().map(MessageTemplate::tidied).toList());
        if (wanted.items.size() > MessageTemplates.MOST) {
            throw SettingRefused.at("items", "At most " + MessageTemplates.MOST + " templates");
        }
        for (int i = 0; i < templates.items().size(); i++) {
            require(templates.items().get(i), "items." + i + ".");
        }
        if (!templates.areNamedApart()) {
            throw SettingRefused.at("items", "Each template has a name of its own");
        }
        decide(caller, MessageTemplates.KIND, templates, wanted.version);
    }

    private static void require(MessageTemplate template, String at) {
        if (!template.isNamed()) {
            throw SettingRefused.at(at + "name", "A template is named in 1 to 60 characters");
        }
        if (!template.hasText()) {
            throw SettingRefused.at(at + "text", "A template says something, in at most 1000 characters");
        }
        if (!template.canBeFilled()) {
            throw SettingRefused.at(at + "text", "In braces stand name, me, practitioner, slots or link alone");
        }
    }

    @PostMapping("/api/settings/notice")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void setNotice(Caller caller, @RequestBody NoticeShown wanted) {
        BookingNotice notice = new BookingNotice(wanted.minutes);
        if (!notice.makesSense()) {
            throw SettingRefused.at("minutes", "From none to two weeks");
        }
        decide(caller, BookingNotice.KIND, notice, wanted.version);
    }

    @PostMapping("/api/settings/idle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void setIdle(Caller caller, @RequestBody IdleShown wanted) {
        IdleTime idle = new IdleTime(wanted.minutes);
        if (!idle.makesSense()) {
            throw SettingRefused.at("minutes", "From 2 to 10 minutes");
        }
        decide(caller, IdleTime.KIND, idle, wanted.version);
    }

    @PostMapping("/api/settings/words")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void setWords(Caller caller, @RequestBody WordsShown wanted) {
        PersonWord word = new PersonWord(wanted.word);
        if (!word.isKnown()) {
            throw SettingRefused.at("word", "client or patient");
        }
        decide(caller, PersonWord.KIND, word, wanted.version);
    }

    private <T extends Record> void decide(Caller caller, SettingKind<T> kind, T value, long version) {
        settings.decide(kind, value, version);
        acts.byPerson(caller, "setting.changed", "setting", kind.word());
    }
}
