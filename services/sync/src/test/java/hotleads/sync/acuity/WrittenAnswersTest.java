package hotleads.sync.acuity;

import hotleads.sync.AcuityStandIn;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract, kept by answers written after Acuity's contract sheet. */
class WrittenAnswersTest extends ProviderContract {
    private static final AcuityStandIn ACUITY = new AcuityStandIn();

    @BeforeAll
    static void aSmallPractice() {
        ACUITY.reacts(new SomePractice("10000001", "some-key"));
    }

    @AfterAll
    static void stop() {
        ACUITY.close();
    }

    @Override
    Account account() {
        return new Account(ACUITY.uri(), "10000001", "some-key");
    }

    @Override
    LocalDate today() {
        return SomePractice.TODAY;
    }
}
