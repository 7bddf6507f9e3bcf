package hotleads.app;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.bench.HooksInTurns;
import hotleads.app.bench.HooksInTurns.Reached;
import hotleads.app.programs.Installation;
import hotleads.app.variants.Variant;
import hotleads.app.variants.Variants;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the audit trail costs a hook: the built programs beside the same ones without it, which exist for tests alone.
 * Needs a quiet machine, so nothing runs it but whoever wants the figure; docs/benchmarks.md says how.
 */
@Tag("bench")
class AuditCostTest {
    private static final int ROUNDS = 10;
    private static final double SHARE_KEPT = 0.8;

    @Test
    void leavesFourFifthsOfTheHooksASecond(@TempDir Path folder) throws IOException, SQLException {
        Installation built = RunningDemo.built();
        Installation without = Variants.of(built, Set.of(Variant.AUDIT_OFF));
        Options options = Options.parse(List.of("bench", "ingest"), folder);
        try (RunBench.Running audited = new RunBench(options, built, Surroundings.real()).new Running();
                RunBench.Running silent = new RunBench(options, without, Surroundings.real()).new Running()) {
            List<Reached> reached = HooksInTurns.take(audited.start(), silent.start(), ROUNDS);

            Reached with = reached.getFirst();
            Reached free = reached.getLast();
            Surroundings.real()
                    .console()
                    .say("With the trail: " + with + "\nWithout: " + free
                            + String.format("%nShare kept: %.2f", with.perSecond() / free.perSecond()));
            assertThat(with.entries()).isEqualTo(with.acknowledged());
            assertThat(free.entries()).isZero();
            assertThat(with.perSecond() / free.perSecond()).isGreaterThanOrEqualTo(SHARE_KEPT);
        }
    }
}
