package hotleads.gateway.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import hotleads.gateway.SomeEdge;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogTest {
    private final SomeEdge edge = SomeEdge.shared();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        lines.start();
        root.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(lines);
    }

    @Test
    void hasOneLineForEachRequestThatSaysWhatKindItWas() throws InterruptedException {
        HttpResponse<String> answer = edge.get("/api/leads?limit=50", "Cookie", SomeEdge.COOKIE);

        ILoggingEvent line = lines.until(requestIdOf(answer)).getLast();
        assertThat(line.getKeyValuePairs().stream().map(Object::toString))
                .contains("method=\"GET\"", "kind=\"api\"", "status=\"200\"", "bytes=\"2\"");
    }

    @Test
    void saysNothingOfWhoAskedForWhat() throws InterruptedException {
        edge.get("/leads/anna-secret?q=anna-secret", "User-Agent", "anna-secret", "Cookie", "name=anna-secret");
        edge.post("/webhooks/anna-secret", "anna-secret");
        edge.connect().say("GET /anna-secret|x HTTP/1.1\r\nanna-secret\r\n\r\n").hearAll();
        edge.connect().say("anna-secret\r\n\r\n").hearAll();
        edge.core.answer("/api/leads", 200, "anna-secret", "Location", "/anna-secret");
        HttpResponse<String> last = edge.get("/api/leads?q=anna-secret", "Cookie", SomeEdge.COOKIE);

        List<String> texts =
                lines.until(requestIdOf(last)).stream().map(LogTest::textOf).toList();
        assertThat(texts).isNotEmpty().noneMatch(text -> text.contains("anna-secret"));
        assertThat(texts).noneMatch(text -> text.contains(SomeEdge.SESSION) || text.contains("127.0.0.1"));
    }

    private static String requestIdOf(HttpResponse<?> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    private static String textOf(ILoggingEvent line) {
        return Stream.of(
                        line.getFormattedMessage(),
                        line.getKeyValuePairs(),
                        line.getMDCPropertyMap(),
                        line.getThrowableProxy())
                .map(String::valueOf)
                .reduce("", String::concat);
    }

    /** What was logged, also by threads that write their line after the answer has left. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final LinkedBlockingQueue<ILoggingEvent> written = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing();
            written.add(line);
        }

        List<ILoggingEvent> until(String requestId) throws InterruptedException {
            List<ILoggingEvent> heard = new ArrayList<>();
            ILoggingEvent line;
            do {
                line = written.poll(20, TimeUnit.SECONDS);
                assertThat(line).isNotNull();
                heard.add(line);
            } while (!requestId.equals(line.getMDCPropertyMap().get("requestId")));
            return heard;
        }
    }
}
