package hotleads.sync.acuity;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The contract, kept by whatever runs at {@code HOTLEADS_CONTRACT_ACUITY_URL}: a simulator, or Acuity itself. User, key
 * and the day it is there can be given beside it.
 */
@EnabledIfEnvironmentVariable(named = "HOTLEADS_CONTRACT_ACUITY_URL", matches = ".+")
class RunningProviderTest extends ProviderContract {
    private static final Map<String, String> ENVIRONMENT = System.getenv();

    @Override
    Account account() {
        return new Account(
                URI.create(setting("URL", "")), setting("USER_ID", "10000001"), setting("KEY", "demo-acuity-key"));
    }

    @Override
    LocalDate today() {
        return LocalDate.parse(setting("TODAY", LocalDate.now(Clock.systemUTC()).toString()));
    }

    private static String setting(String name, String otherwise) {
        return ENVIRONMENT.getOrDefault("HOTLEADS_CONTRACT_ACUITY_" + name, otherwise);
    }
}
