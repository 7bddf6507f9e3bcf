package hotleads.contracts;

/** Core's order to sync: read one appointment. */
public record AppointmentQuery(long id) {}
