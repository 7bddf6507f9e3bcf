package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Acuity's appointments as the text that is fingerprinted, sealed and opened again. */
@Component
class AcuityRecords {
    private final JsonMapper json;
    private final Vault vault;

    AcuityRecords(JsonMapper json, Vault vault) {
        this.json = json;
        this.vault = vault;
    }

    /** Equal for equal answers; a list answer leaves out who booked, so that must not make it look new. */
    byte[] fingerprint(AcuityAppointment appointment) {
        return vault.digests()
                .of(
                        "observation",
                        new String(json.writeValueAsBytes(withoutBooker(appointment)), StandardCharsets.UTF_8));
    }

    byte[] fingerprintOfGone() {
        return vault.digests().of("observation", "gone");
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
