package hotleads.simulators.google;

import java.net.URI;
import java.util.Map;

/** Posts one push, which has headers and no body. */
@FunctionalInterface
public interface PushPost {

    /** @return the receiver's status, or 0 when it could not be reached */
    int post(URI target, Map<String, String> headers) throws InterruptedException;
}
