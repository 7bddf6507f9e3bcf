package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderOutcome;
import org.junit.jupiter.api.Test;

/** What becomes of the first look at the calendar, before which nobody can be listed. */
class FirstReadTest {
    @Test
    void isTriedAgainSoonWhenAWindowCouldNotBeRead() {
        try (SomeCore core = new SomeCore()) {
            core.sync.nextWindows.add(core.sync.failure(ProviderOutcome.UNCLEAR, "server-error"));

            core.start();

            core.awaitOnTime();
            assertThat(core.sync.nextWindows).isEmpty();
        }
    }
}
