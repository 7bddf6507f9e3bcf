package hotleads.sync.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ZoomRun;
import hotleads.contracts.ZoomRunsPage;
import hotleads.contracts.ZoomRunsQuery;
import hotleads.sync.running.RunningSimulators;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/**
 * The contract, kept by the simulator, or by whatever runs at {@code HOTLEADS_CONTRACT_ZOOM_URL}, such as
 * {@code http://127.0.0.1:9100/zoom}.
 */
class RunningZoomTest extends ZoomContract {
    private static final String ELSEWHERE = "HOTLEADS_CONTRACT_ZOOM_URL";
    private static final Map<String, String> ENVIRONMENT = System.getenv();

    /** Here nobody else paces the calls, as core does. */
    @BeforeEach
    void withoutItsLimit() {
        if (!ENVIRONMENT.containsKey(ELSEWHERE)) {
            RunningSimulators.shared().switchOn("zoom", "no-rate-limit");
        }
    }

    @Test
    @DisabledIfEnvironmentVariable(named = ELSEWHERE, matches = ".+", disabledReason = "It switches pages of two on")
    void pagesOfTwoBringWhatOneBrings() {
        SomeZoom zoom = new SomeZoom(base(), Clock.systemUTC());
        ZoomGrant grant = zoom.granted();
        List<ZoomRun> whole = all(zoom, grant);
        RunningSimulators.shared().switchOn("zoom", "pages-of-two");
        try {
            assertThat(page(zoom, grant, null).runs()).hasSize(2);
            assertThat(all(zoom, grant)).isEqualTo(whole).hasSizeGreaterThan(4);
        } finally {
            RunningSimulators.shared().switchOff("zoom", "pages-of-two");
        }
    }

    private List<ZoomRun> all(SomeZoom zoom, ZoomGrant grant) {
        List<ZoomRun> all = new ArrayList<>();
        @Nullable String next = null;
        do {
            ZoomRunsPage page = page(zoom, grant, next);
            all.addAll(page.runs());
            next = page.nextPageToken();
        } while (next != null);
        return all;
    }

    private ZoomRunsPage page(SomeZoom zoom, ZoomGrant grant, @Nullable String token) {
        ProviderAnswer<ZoomRunsPage> answer =
                zoom.meetings.runs(grant, new ZoomRunsQuery(host(), today().minusDays(28), today(), false, token));
        return Objects.requireNonNull(answer.content(), String.valueOf(answer.cause()));
    }

    @Override
    URI base() {
        String elsewhere = ENVIRONMENT.get(ELSEWHERE);
        return elsewhere == null ? RunningSimulators.shared().provider("zoom") : URI.create(elsewhere);
    }

    @Override
    String host() {
        return setting("HOST", "wren@example.org");
    }

    @Override
    LocalDate today() {
        return LocalDate.parse(setting("TODAY", LocalDate.now(Clock.systemUTC()).toString()));
    }

    private static String setting(String name, String otherwise) {
        return ENVIRONMENT.getOrDefault("HOTLEADS_CONTRACT_ZOOM_" + name, otherwise);
    }
}
