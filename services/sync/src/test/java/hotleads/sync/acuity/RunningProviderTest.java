package hotleads.sync.acuity;

import hotleads.sync.running.RunningSimulators;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;

/**
 * The contract, kept by the simulator, or by whatever runs at {@code HOTLEADS_CONTRACT_ACUITY_URL}. User, key and the
 * day it is there can be given beside it.
 */
class RunningProviderTest extends ProviderContract {
    private static final Map<String, String> ENVIRONMENT = System.getenv();
    private static final @Nullable String ELSEWHERE = ENVIRONMENT.get("HOTLEADS_CONTRACT_ACUITY_URL");

    /** Each test has a client of its own, which knows nothing of the others' pace. */
    @BeforeAll
    static void withoutItsLimit() {
        if (ELSEWHERE == null) {
            RunningSimulators.shared().switchOn("", "no-rate-limit");
        }
    }

    @Override
    Account account() {
        URI base = ELSEWHERE == null ? RunningSimulators.shared().provider("acuity") : URI.create(ELSEWHERE);
        return new Account(base, setting("USER_ID", "10000001"), setting("KEY", "demo-acuity-key"));
    }

    @Override
    LocalDate today() {
        return LocalDate.parse(setting("TODAY", LocalDate.now(Clock.systemUTC()).toString()));
    }

    private static String setting(String name, String otherwise) {
        return ENVIRONMENT.getOrDefault("HOTLEADS_CONTRACT_ACUITY_" + name, otherwise);
    }
}
