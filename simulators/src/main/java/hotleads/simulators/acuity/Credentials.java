package hotleads.simulators.acuity;

import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Faults;

/** The practice's Acuity account; the API key signs webhooks as well. */
public record Credentials(String userId, String apiKey, String previousKey) {

    /** What the key becomes while it counts as changed. */
    public static final String ROTATED_SUFFIX = "-rotated";

    public String keyNow(Faults faults) {
        return faults.on(Fault.KEY_ROTATED) ? apiKey + ROTATED_SUFFIX : apiKey;
    }

    @Override
    public String toString() {
        return "Credentials[userId=" + userId + "]";
    }
}
