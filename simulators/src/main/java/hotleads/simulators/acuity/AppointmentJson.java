package hotleads.simulators.acuity;

import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Faults;
import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Client;
import hotleads.simulators.practice.SessionType;
import hotleads.simulators.storage.Json;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A booking in the shape of Acuity's appointment object, with its recorded oddities. */
final class AppointmentJson {

    /** Stands for what clients tell in confidence; a reader must never let it through. */
    static final String PLANTED = "PLANTED-7QX: I have not slept well since the spring.";

    // Recordings show the creation time in another offset than the appointment's own.
    private static final ZoneId CREATED_ZONE = ZoneId.of("America/Chicago");
    private static final String PAGE =
            "https://app.acuityscheduling.com/schedule.php?owner=%s&action=appt&id%%5B%%5D=%s";

    private final Faults faults;
    private final String owner;

    AppointmentJson(Faults faults, String owner) {
        this.faults = faults;
        this.owner = owner;
    }

    /** Lists hold neither isVerified nor scheduledBy. */
    ObjectNode inList(Booking booking, boolean withForms) {
        var node = Json.MAPPER.createObjectNode();
        who(node, booking.client());
        when(node, booking);
        money(node, booking);
        kind(node, booking);
        links(node, booking);
        state(node, booking);
        answers(node, booking, withForms);
        return node;
    }

    ObjectNode single(Booking booking, boolean withForms) {
        return inList(booking, withForms).put("isVerified", false).put("scheduledBy", booking.scheduledBy());
    }

    private void who(ObjectNode node, Client client) {
        node.put("firstName", client.firstName());
        node.put("lastName", client.lastName());
        node.put("phone", faults.on(Fault.PHONE_NULL) ? null : client.phone());
        node.put("email", client.email());
    }

    private void when(ObjectNode node, Booking booking) {
        boolean colon = faults.on(Fault.OFFSET_WITH_COLON);
        node.put("id", booking.id());
        node.put("date", AcuityTime.day(booking.startsAt(), Catalogue.ZONE));
        node.put("time", AcuityTime.hour(booking.startsAt(), Catalogue.ZONE));
        node.put("endTime", AcuityTime.hour(booking.endsAt(), Catalogue.ZONE));
        node.put("dateCreated", AcuityTime.day(booking.createdAt(), Catalogue.ZONE));
        node.put("datetimeCreated", AcuityTime.stamp(booking.createdAt(), CREATED_ZONE, colon));
        node.put("datetime", AcuityTime.stamp(booking.startsAt(), Catalogue.ZONE, colon));
        node.put("timezone", booking.client().zone());
        node.put("calendarTimezone", Catalogue.ZONE.getId());
        if (faults.on(Fault.DURATION_AS_NUMBER)) {
            node.put("duration", booking.minutes());
        } else {
            node.put("duration", Integer.toString(booking.minutes()));
        }
    }

    private static void money(ObjectNode node, Booking booking) {
        String price = Catalogue.type(booking.typeId()).map(SessionType::price).orElse("0.00");
        // Paid with nothing amounting to it is seen in recordings: a package was used.
        boolean paid = booking.id() % 4 == 0;
        node.put("price", price);
        node.put("priceSold", price);
        node.put("paid", paid ? "yes" : "no");
        node.put("amountPaid", paid && booking.id() % 8 == 0 ? price : "0.00");
        node.putNull("certificate");
    }

    private static void kind(ObjectNode node, Booking booking) {
        node.put("type", booking.typeName());
        node.put("appointmentTypeID", booking.typeId());
        node.put("classID", booking.classId());
        node.putArray("addonIDs");
        node.put("category", "");
        node.put("calendar", booking.practitioner());
        node.put("calendarID", booking.calendarId());
    }

    private void links(ObjectNode node, Booking booking) {
        String page = PAGE.formatted(owner, secret(booking));
        node.put("confirmationPage", page);
        node.put("confirmationPagePaymentLink", page + "#payment");
    }

    private void state(ObjectNode node, Booking booking) {
        node.put("canceled", booking.canceled());
        if (booking.canceled()) {
            node.put("noShow", booking.noShow());
        }
        node.put("canClientCancel", !booking.canceled());
        node.put("canClientReschedule", !booking.canceled());
        Labels.find(booking.labelId())
                .ifPresentOrElse(label -> node.putArray("labels").addPOJO(label), () -> noLabels(node));
    }

    private void noLabels(ObjectNode node) {
        if (faults.on(Fault.LABELS_EMPTY_LIST)) {
            node.putArray("labels");
        } else {
            node.putNull("labels");
        }
    }

    private void answers(ObjectNode node, Booking booking, boolean withForms) {
        Client client = booking.client();
        node.put("location", booking.id() % 3 == 0 ? "https://meet.example.org/room/" + booking.id() : "");
        node.put("notes", booking.notes().isEmpty() ? PLANTED + " (note)" : booking.notes());
        node.put(
                "formsText",
                "Name: %s\nPhone: %s\nEmail: %s\n\nIntake\n============\nWhat brings you here?: %s\n"
                        .formatted(client.name(), client.formattedPhone(), client.email(), PLANTED));
        if (withForms && !faults.on(Fault.FORMS_MISSING)) {
            node.putArray("forms").add(intake(booking));
        }
    }

    private static ObjectNode intake(Booking booking) {
        var form = Json.MAPPER.createObjectNode().put("id", Forms.INTAKE_ID).put("name", "Intake");
        form.putArray("values")
                .addObject()
                .put("id", booking.id() * 10)
                .put("fieldID", Forms.QUESTION_ID)
                .put("name", "What brings you here?")
                .put("value", PLANTED);
        return form;
    }

    private String secret(Booking booking) {
        byte[] name = (owner + ":" + booking.id()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }
}
