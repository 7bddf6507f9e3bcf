package hotleads.simulators.acuity;

/** Ends a request in an {@link ApiError}, from however deep its parameters are read. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ApiError error;

    Refused(ApiError error) {
        super(error.error());
        this.error = error;
    }

    ApiError error() {
        return error;
    }
}
