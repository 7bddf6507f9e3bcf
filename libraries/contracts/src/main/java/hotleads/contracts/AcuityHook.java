package hotleads.contracts;

/**
 * A hook made over Acuity's API; those made by hand are not among them.
 *
 * @param event Acuity's long name, such as {@code appointment.scheduled}
 * @param active whether Acuity still delivers it; after five days of failures it does not
 */
public record AcuityHook(long id, String event, String target, boolean active) {}
