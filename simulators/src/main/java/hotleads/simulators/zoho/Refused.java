package hotleads.simulators.zoho;

/** Ends a request in a {@link ZohoError}, from however deep its parameters are read. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ZohoError error;

    Refused(ZohoError error) {
        super(error.code());
        this.error = error;
    }

    ZohoError error() {
        return error;
    }
}
