package hotleads.core.crm;

import hotleads.core.crm.CrmOfPeople.Target;
import hotleads.core.leads.rules.OutcomeKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may be written to Zoho about somebody: that we called, and when to call again. Never why, never how they feel,
 * and nothing anybody typed.
 */
@Component
public class ForZoho {
    public static final String NOTE = "zoho-note";
    public static final String TASK = "zoho-task";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy, h:mma", Locale.US);

    private final JsonMapper json;
    private final ZoneId zone;

    ForZoho(JsonMapper json, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.json = json;
        this.zone = zone;
    }

    /** A note as it was previewed. */
    public record Note(Target target, String title, String text) {}

    /** A task as it was previewed. */
    public record Task(Target target, String subject, LocalDate dueOn) {}

    /** @param at when it was logged */
    public Note noteOf(Target target, OutcomeKind kind, Instant at) {
        return new Note(target, title(kind), "Logged on " + words(MOMENT, at));
    }

    /** Only a call that was promised is a task. */
    public Optional<Task> taskOf(Target target, OutcomeKind kind, @Nullable Instant callBackAt) {
        return kind == OutcomeKind.CALL_BACK && callBackAt != null
                ? Optional.of(new Task(target, "Call back", LocalDate.ofInstant(callBackAt, zone)))
                : Optional.empty();
    }

    private String words(DateTimeFormatter format, Instant at) {
        return format.format(at.atZone(zone)).replace("AM", "am").replace("PM", "pm");
    }

    private static String title(OutcomeKind kind) {
        return switch (kind) {
            case BOOKED -> "Called, will book";
            case CALL_BACK -> "Called, to call back";
            case LEFT_MESSAGE -> "Called, left message";
            case SPOKE_NOT_NOW, NOT_INTERESTED -> "Called, spoke";
            case WRONG_DETAILS -> "Tried to call, details do not work";
            case HAND_TO_PRACTITIONER -> "Passed on within the practice";
        };
    }

    public byte[] packed(Object noteOrTask) {
        return json.writeValueAsBytes(noteOrTask);
    }

    public Note note(byte[] content) {
        return json.readValue(new String(content, StandardCharsets.UTF_8), Note.class);
    }

    public Task task(byte[] content) {
        return json.readValue(new String(content, StandardCharsets.UTF_8), Task.class);
    }
}
