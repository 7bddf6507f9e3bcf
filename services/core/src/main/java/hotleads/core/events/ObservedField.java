package hotleads.core.events;

import hotleads.contracts.AcuityAppointment;
import hotleads.core.observations.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What we keep of an appointment, field by field, and which fields tell of a person. */
enum ObservedField {
    STARTS_AT("startsAt", false, appointment -> text(appointment.startsAt())),
    DURATION("durationMinutes", false, appointment -> Integer.toString(appointment.durationMinutes())),
    CALENDAR("calendarId", false, appointment -> Long.toString(appointment.calendarId())),
    TYPE("appointmentTypeId", false, appointment -> Long.toString(appointment.appointmentTypeId())),
    BOOKED_AT("bookedAt", false, appointment -> text(appointment.createdAt())),
    FIRST_NAME("firstName", true, AcuityAppointment::firstName),
    LAST_NAME("lastName", true, AcuityAppointment::lastName),
    EMAIL("email", true, AcuityAppointment::email),
    PHONE("phone", true, AcuityAppointment::phone),
    CLIENT_ZONE("clientZone", true, AcuityAppointment::clientZone),
    CALENDAR_NAME("calendarName", true, AcuityAppointment::calendarName),
    TYPE_NAME("typeName", true, AcuityAppointment::typeName),
    LABELS("labels", true, ObservedField::labels);

    private static final String STATE = "state";

    private final String word;
    private final boolean personal;
    private final Function<AcuityAppointment, @Nullable String> value;

    ObservedField(String word, boolean personal, Function<AcuityAppointment, @Nullable String> value) {
        this.word = word;
        this.personal = personal;
        this.value = value;
    }

    /**
     * One field of an answer.
     *
     * @param personal whether it tells of a person; its value then comes only when revealed
     * @param isEmpty whether the provider left it empty
     */
    record FieldShown(
            String name,
            boolean personal,
            boolean isEmpty,
            @Nullable String value) {}

    /** One field that differs from the answer before; values of a person come only when revealed. */
    record FieldChange(
            String name,
            boolean personal,
            @Nullable String from,
            @Nullable String to) {}

    static List<FieldShown> of(Answered answer, boolean reveal) {
        FieldShown state = new FieldShown(STATE, false, false, answer.state().word());
        AcuityAppointment content = answer.content();
        return content == null
                ? List.of(state)
                : Stream.concat(Stream.of(state), Arrays.stream(values()).map(field -> field.shown(content, reveal)))
                        .toList();
    }

    static List<FieldChange> between(Answered before, Answered after, boolean reveal) {
        List<FieldChange> changes = new ArrayList<>();
        if (before.state() != after.state()) {
            changes.add(new FieldChange(
                    STATE, false, before.state().word(), after.state().word()));
        }
        AcuityAppointment from = before.content();
        AcuityAppointment to = after.content();
        if (from != null && to != null) {
            Arrays.stream(values())
                    .filter(field -> !Objects.equals(field.value.apply(from), field.value.apply(to)))
                    .forEach(field -> changes.add(field.change(from, to, reveal)));
        }
        return changes;
    }

    private FieldShown shown(AcuityAppointment appointment, boolean reveal) {
        String text = value.apply(appointment);
        return new FieldShown(word, personal, text == null || text.isBlank(), personal && !reveal ? null : text);
    }

    private FieldChange change(AcuityAppointment from, AcuityAppointment to, boolean reveal) {
        boolean hidden = personal && !reveal;
        return new FieldChange(word, personal, hidden ? null : value.apply(from), hidden ? null : value.apply(to));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable String labels(AcuityAppointment appointment) {
        return appointment.labelIds().isEmpty()
                ? null
                : appointment.labelIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
