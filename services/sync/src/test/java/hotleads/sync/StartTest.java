package hotleads.sync;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class StartTest {
    @Test
    void isRefusedWithABaseThatWouldSendTheKeyInTheClear() {
        assertThatThrownBy(() -> new Program(URI.create("http://acuity.example"), "10000001", "some-key"))
                .hasRootCauseMessage("HOTLEADS_ACUITY_BASE_URL needs https; plain http is for this machine only")
                .hasMessageNotContaining("some-key");
    }

    @Test
    void isRefusedWithoutTheAccountNamingAllThatIsMissing() {
        URI acuity = URI.create("https://acuityscheduling.com");

        assertThatThrownBy(() -> new Program(acuity, "", ""))
                .hasMessageContaining("HOTLEADS_ACUITY_USER_ID")
                .hasMessageContaining("HOTLEADS_ACUITY_API_KEY");
    }
}
