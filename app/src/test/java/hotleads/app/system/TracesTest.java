package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotleads.app.RunningDemo;
import hotleads.platform.traces.SomeCollector;
import hotleads.platform.traces.ToldSpan;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector is told of the five programs. */
@Tag("system")
class TracesTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long APPOINTMENT = 600_000_777L;
    private static final String STRANGERS = "0af7651916cd43dd8448eb211c80319c";
    private static final String PLANTED = "planted.person";

    @TempDir
    Path folder;

    @Test
    void oneTraceGoesThroughEveryProgramThatServesARequestAndTellsOfNobody() throws Exception {
        try (SomeCollector collector = new SomeCollector();
                RunningDemo demo = RunningDemo.telling(folder, collector.address())) {
            assertThat(send(demo, SignedHook.changed(APPOINTMENT).to(demo.address())))
                    .isEqualTo(200);
            signIn(demo);

            await().atMost(LONGEST)
                    .untilAsserted(() -> assertThat(programsOfEach(collector))
                            .anySatisfy(programs -> assertThat(programs).contains("gateway", "webhooks", "core"))
                            .anySatisfy(programs -> assertThat(programs).contains("gateway", "auth"))
                            .anySatisfy(programs -> assertThat(programs).contains("core", "sync")));

            assertThat(collector.told()).allSatisfy(span -> {
                assertThat(SomeCollector.LABELS).containsAll(span.labels().keySet());
                assertThat(span.trace()).isNotEqualTo(STRANGERS);
                assertThat(span.toString()).doesNotContain(PLANTED, String.valueOf(APPOINTMENT), "example.org");
                assertThat(span.labels().getOrDefault("http.route", "")).doesNotMatch(".*[0-9]{3}.*");
            });
        }
    }

    private static void signIn(RunningDemo demo) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(demo.address().resolve("/auth/sign-in?by=" + PLANTED))
                .header("Content-Type", "application/json")
                .header("Origin", demo.address().toString())
                .header("traceparent", "00-" + STRANGERS + "-b7ad6b7169203331-01")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"" + PLANTED + "@example.org\",\"password\":\"" + PLANTED + "\"}"))
                .build();
        assertThat(send(demo, request)).isBetween(400, 499);
    }

    private static int send(RunningDemo demo, HttpRequest request) throws IOException, InterruptedException {
        return demo.client()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Set<Set<String>> programsOfEach(SomeCollector collector) {
        Map<String, Set<String>> programs = collector.told().stream()
                .collect(Collectors.groupingBy(
                        ToldSpan::trace, Collectors.mapping(ToldSpan::program, Collectors.toCollection(TreeSet::new))));
        return Set.copyOf(programs.values());
    }
}
