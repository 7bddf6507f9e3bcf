package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.inuse.SearchKeys;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Acuity's appointments as the text that is fingerprinted, sealed and opened again. */
@Component
class AcuityRecords {
    private static final String DIGEST = "observation";
    private static final String GONE = "gone";

    private final JsonMapper json;

    AcuityRecords(JsonMapper json) {
        this.json = json;
    }

    /**
     * Equal for equal answers under one key; a list answer leaves out who booked, so that must not make it look new.
     *
     * @param answer null when Acuity had no such appointment
     */
    byte[] fingerprint(@Nullable AcuityAppointment answer, SearchKeys keys) {
        return keys.of(DIGEST, text(answer));
    }

    boolean isFingerprintOf(byte[] fingerprint, @Nullable AcuityAppointment answer, SearchKeys keys) {
        return keys.isOf(fingerprint, DIGEST, text(answer));
    }

    private String text(@Nullable AcuityAppointment answer) {
        return answer == null
                ? GONE
                : new String(json.writeValueAsBytes(withoutBooker(answer)), StandardCharsets.UTF_8);
    }

    byte[] seal(AcuityAppointment appointment, SealingKey key, UUID observation) {
        return key.seal(json.writeValueAsBytes(appointment), place(observation));
    }

    AcuityAppointment open(byte[] sealed, SealingKey key, UUID observation) {
        return json.readValue(key.open(sealed, place(observation)), AcuityAppointment.class);
    }

    private static Place place(UUID observation) {
        return new Place("observation", "content", observation);
    }

    private static AcuityAppointment withoutBooker(AcuityAppointment from) {
        return new AcuityAppointment(
                from.id(),
                from.firstName(),
                from.lastName(),
                from.phone(),
                from.email(),
                from.startsAt(),
                from.durationMinutes(),
                from.calendarId(),
                from.calendarName(),
                from.appointmentTypeId(),
                from.typeName(),
                from.clientZone(),
                from.calendarZone(),
                from.canceled(),
                from.noShow(),
                from.createdAt(),
                null,
                from.labelIds(),
                from.classId());
    }
}
