package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotleads.app.RunningDemo;
import hotleads.app.database.DatabaseRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("system")
class ForgedDeliveryTest {
    private static final long FORGED = 600_000_001L;
    private static final long GENUINE = 600_000_002L;

    /** Refusals are counted by the minute, and reported every few seconds once it is over. */
    private static final Duration REPORTED_WITHIN = Duration.ofSeconds(80);

    private final RunningDemo demo = RunningDemo.shared();

    @Test
    void leavesItsTraceInTheAuditTrailAndNothingElseAnywhere() throws Exception {
        assertThat(post(SignedHook.changed(GENUINE))).isEqualTo(200);
        assertThat(post(SignedHook.changed(FORGED).forged())).isEqualTo(401);

        await().atMost(REPORTED_WITHIN).until(() -> refusals() == 1);

        Kept kept = Kept.of(demo, List.of(FORGED, GENUINE));
        assertThat(kept.deliveries()).containsOnlyKeys(GENUINE);
        assertThat(kept.asked()).containsOnlyKeys(GENUINE);
        assertThat(kept.recorded()).containsOnlyKeys(GENUINE);
        assertThat(filesThatHold(SignedHook.marker(FORGED))).isEmpty();
    }

    private int post(SignedHook hook) throws IOException, InterruptedException {
        return demo.client()
                .send(hook.to(demo.address()), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private long refusals() throws SQLException {
        try (Connection core = demo.connect(DatabaseRole.CORE);
                Statement statement = core.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT coalesce(sum(count), 0) FROM core.audit_entry
                        WHERE act = 'hook.refused' AND actor_kind = 'stranger' AND subject = 'acuity' AND outcome = 'refused'
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Path> filesThatHold(String text) throws IOException {
        try (Stream<Path> files = Files.walk(demo.data())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            // As Latin-1 every byte is one character, whatever the file is.
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
