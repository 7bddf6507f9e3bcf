package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.audit.Actor;
import hotleads.audit.Entry;
import hotleads.audit.chain.ChainHash;
import hotleads.audit.chain.ChainLines;
import hotleads.audit.chain.CheckChains;
import hotleads.audit.shipping.CloudWatch;
import hotleads.audit.shipping.ShipTrail;
import hotleads.core.SomeCloudWatch.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What reaches CloudWatch Logs: all of it, in order, whatever goes wrong in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditShippingTest {
    private SomeTrail trail;
    private SomeCloudWatch logs;
    private CloudWatch cloudWatch;

    @BeforeAll
    void start() {
        logs = new SomeCloudWatch();
        cloudWatch = new CloudWatch(SomeCloudWatch.GROUP, logs.door());
        trail = new SomeTrail();
    }

    @AfterAll
    void stop() {
        cloudWatch.close();
        logs.close();
    }

    @Test
    void everythingArrivesInOrderThroughThrottlingOutageAndLostAnswers() {
        grow(40);
        shipAll();
        grow(30);
        // More than the SDK's own tries.
        Collections.addAll(
                logs.troubles,
                Trouble.THROTTLED,
                Trouble.THROTTLED,
                Trouble.THROTTLED,
                Trouble.THROTTLED,
                Trouble.THROTTLED);
        assertThatThrownBy(this::shipAll).isInstanceOf(RuntimeException.class);
        assertThat(lag()).isEqualTo(30);
        logs.troubles.clear();
        shipAll();
        grow(20);
        Collections.addAll(logs.troubles, Trouble.DOWN, Trouble.ANSWER_LOST);
        shipUntilDone();
        // As after a crash between CloudWatch's answer and our note of it.
        trail.database.execute("UPDATE core.audit_shipping SET seq = 60, anchor_seq = 40");
        shipAll();
        trail.signers.changeKey();
        grow(8);
        shipAll();
        growWithALongOneAndALateOne();
        shipAll();

        assertThat(lag()).isZero();
        List<String> lines = logs.lines("core");
        assertThat(lines.size()).isGreaterThan(new LinkedHashSet<>(lines).size());
        List<CheckChains.Read> checked = check(new LinkedHashSet<>(lines));
        assertThat(checked.getFirst().verdict().isUnbroken()).isTrue();
        assertThat(checked.getFirst().verdict().entries()).isEqualTo(100);
        assertThat(checked.getFirst().verdict().anchored()).isEqualTo(100);
        assertThat(checked.getFirst().fingerprints()).hasSize(2);
    }

    @Test
    void aProgramWhoseCloudWatchIsAwayGoesOnAndTellsHowFarBehindItIs() {
        try (SomeCore core = new SomeCore()) {
            core.settings.put("HOTLEADS_CLOUDWATCH_LOG_GROUP", SomeCloudWatch.GROUP);
            core.settings.put("HOTLEADS_AWS_ENDPOINT", "http://127.0.0.1:9");
            core.start();
            core.awaitOnTime();
            core.hook("changed", 1);
            core.awaitQuiet();
            core.leads();

            SomeCore.await(() -> behind(core) > 3);

            assertThat(core.get("/readyz", null).statusCode()).isEqualTo(200);
            assertThat(core.json(core.get("/api/audit/chains", core.tony()))
                            .get("chains")
                            .get(0)
                            .get("shipped")
                            .asLong())
                    .isZero();
        }
    }

    private static long behind(SomeCore core) {
        return core.json(core.get("/readyz", null))
                .get("figures")
                .get("audit-shipping")
                .get("behind")
                .asLong();
    }

    private void grow(int entries) {
        trail.append(entries);
        trail.number();
        trail.anchor();
    }

    private void growWithALongOneAndALateOne() {
        UUID id = UUID.randomUUID();
        Clock clock = Clock.systemUTC();
        trail.log()
                .append(List.of(
                        new Entry(
                                id,
                                clock.instant(),
                                Actor.job("long"),
                                "long.said",
                                null,
                                null,
                                "done",
                                1,
                                null,
                                new byte[300_000],
                                id),
                        Entry.done(
                                UUID.randomUUID(),
                                clock.instant().minus(Duration.ofDays(30)),
                                Actor.service("gateway"),
                                "late.told",
                                "thing",
                                "1",
                                null)));
        trail.number();
        trail.anchor();
    }

    private ShipTrail shipper() {
        return new ShipTrail(trail.jdbc(), trail.chain(), cloudWatch, Clock.systemUTC());
    }

    private void shipAll() {
        ShipTrail shipper = shipper();
        while (shipper.round() > 0) {
            // Until CloudWatch has all there is.
        }
    }

    private void shipUntilDone() {
        SomeCore.await(() -> {
            try {
                shipAll();
                return lag() == 0;
            } catch (RuntimeException stillInTrouble) {
                return false;
            }
        });
    }

    private long lag() {
        var state = trail.chain().state();
        return state.last() - state.shipped();
    }

    /** What arrived is what an export holds, but for its first and its last line. */
    private List<CheckChains.Read> check(LinkedHashSet<String> lines) {
        List<String> links = new ArrayList<>(lines);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ChainLines writer = new ChainLines(out)) {
            writer.begins(
                    "core", 0, ChainHash.start(), trail.signers.all().getFirst().key());
        }
        out.writeBytes(String.join("\n", links).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        try (ChainLines writer = new ChainLines(out)) {
            writer.ends(
                    "core",
                    links.stream().filter(line -> line.startsWith("{\"seq\"")).count());
        }
        return CheckChains.check(new ByteArrayInputStream(out.toByteArray()));
    }
}
