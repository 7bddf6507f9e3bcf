package hotleads.simulators.web;

/** The caller sent something that cannot be read; answered with 400. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BadRequest(String message) {
        super(message);
    }

    public BadRequest(String message, Throwable cause) {
        super(message, cause);
    }
}
