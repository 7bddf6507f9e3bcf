package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.audit.chain.Break;
import hotleads.audit.chain.Verdict;
import hotleads.audit.stored.AnchorBucket;
import hotleads.audit.stored.AnchorBucket.BucketUnusable;
import hotleads.audit.stored.DailyAnchor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An anchor a day in a bucket: it shows what everything else was made to forget. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnchorBucketTest {
    private SomeBucket bucket;
    private SomeTrail trail;
    /** Each test has its own. */
    private String folder = "";

    @BeforeAll
    void start() {
        bucket = new SomeBucket();
    }

    @AfterAll
    void stop() {
        bucket.close();
    }

    @BeforeEach
    void aTrail() {
        bucket.shut = false;
        folder = "anchors-" + UUID.randomUUID();
        trail = new SomeTrail();
        grow();
    }

    private void grow() {
        trail.append(10);
        trail.number();
        trail.anchor();
    }

    private AnchorBucket anchors() {
        return new AnchorBucket("s3://" + SomeBucket.LOCKED + "/" + folder, bucket.door(), "core");
    }

    private DailyAnchor daily() {
        return new DailyAnchor(trail.jdbc(), anchors(), trail.clock());
    }

    private String today() {
        return folder + "/core/" + LocalDate.ofInstant(trail.clock().instant(), ZoneOffset.UTC);
    }

    private Verdict check() {
        return trail.check(trail.chain(List.of(anchors())));
    }

    /** All that a superuser can reach: entries, links, anchors. */
    private void cutAfter(int seq) {
        trail.database.execute("""
                DELETE FROM core.audit_anchor WHERE seq > %1$d;
                DELETE FROM core.audit_entry WHERE id IN (SELECT entry_id FROM core.audit_link WHERE seq > %1$d);
                DELETE FROM core.audit_link WHERE seq > %1$d""".formatted(seq));
    }

    @Test
    void oneADayIsKeptUnderItsLock() {
        DailyAnchor first = daily();
        first.round();
        String kept = bucket.get(today());
        grow();
        first.round();
        daily().round();

        assertThat(kept).contains("\"anchor\":10,").isEqualTo(bucket.get(today()));
        assertThat(bucket.lockOf(today())).isEqualTo("COMPLIANCE");

        trail.aDayLater();
        grow();
        daily().round();
        assertThat(bucket.get(today())).contains("\"anchor\":30,");
        assertThat(check().isUnbroken()).isTrue();
    }

    @Test
    void whatIsCutOutOfTheDatabaseIsMissed() {
        daily().round();
        cutAfter(4);
        assertThat(trail.check(trail.chain(List.of())).isUnbroken()).isTrue();

        assertThat(Objects.requireNonNull(check().broken()).kind()).isEqualTo(Break.Kind.CUT);
    }

    /** Also by whoever signs as core does, and so by whoever took core over. */
    @Test
    void whatIsWrittenAnewAndSignedAnewIsFound() {
        daily().round();
        cutAfter(4);
        grow();
        assertThat(trail.check(trail.chain(List.of())).isUnbroken()).isTrue();

        Break broken = Objects.requireNonNull(check().broken());
        assertThat(broken.kind()).isEqualTo(Break.Kind.REWRITTEN);
        assertThat(broken.until()).isEqualTo(10);
    }

    @Test
    void neitherALaterVersionNorDeletingHidesIt() {
        daily().round();
        cutAfter(4);
        bucket.put(today(), "");
        bucket.delete(today());

        assertThat(Objects.requireNonNull(check().broken()).kind()).isEqualTo(Break.Kind.CUT);
    }

    @Test
    void itIsSaidWhenSomebodyTookADaysPlaceBefore() {
        bucket.put(today(), "nothing of ours");
        DailyAnchor daily = daily();
        daily.round();

        assertThat(daily.lag()).isEqualTo(Map.of("behind", 1L));
        LocalDate day = LocalDate.ofInstant(trail.clock().instant(), ZoneOffset.UTC);
        assertThat(check().isUnbroken())
                .as("the rest is checked all the same, also on " + day)
                .isTrue();
    }

    @Test
    void anothersChainIsNotReadAsOurs() {
        new DailyAnchor(
                        trail.jdbc(),
                        new AnchorBucket("s3://" + SomeBucket.LOCKED + "/" + folder, bucket.door(), "auth"),
                        trail.clock())
                .round();
        cutAfter(4);

        assertThat(check().isUnbroken()).isTrue();
    }

    @Test
    void whileTheBucketIsAwayNothingIsKeptAndNothingPasses() {
        DailyAnchor daily = daily();
        bucket.shut = true;
        daily.round();

        assertThat(daily.lag()).isEqualTo(Map.of("behind", 1L));
        assertThatThrownBy(this::check)
                .isInstanceOf(BucketUnusable.class)
                .hasMessageContainingAll("503", "the audit trail's anchors");

        bucket.shut = false;
        daily.round();
        assertThat(daily.lag()).isEqualTo(Map.of("behind", 0L));
        assertThat(check().isUnbroken()).isTrue();
    }

    /** The database is of an earlier moment then, and goes on from there. */
    @Test
    void afterARestoreAFolderOfItsOwnIsCheckedAgainst() {
        daily().round();
        cutAfter(4);
        grow();
        assertThat(check().isUnbroken()).isFalse();

        folder += "-1";
        daily().round();
        assertThat(check().isUnbroken()).isTrue();
        cutAfter(4);
        assertThat(check().isUnbroken()).isFalse();
    }

    @Test
    void coreKeepsOneAndChecksAgainstIt() {
        try (SomeCore core = new SomeCore()) {
            core.settings.put("HOTLEADS_AUDIT_ANCHORS", "s3://" + SomeBucket.LOCKED + "/" + folder);
            core.settings.put("HOTLEADS_AWS_ENDPOINT", bucket.door());
            core.start();
            SomeCore.await(() -> {
                core.hurry("keepingDailyAnchors");
                return bucket.holds(folder + "/core/");
            });
            assertThat(verified(core)).isEqualTo("unbroken");

            bucket.shut = true;
            assertThat(verified(core)).isEqualTo("not-finished");
            bucket.shut = false;

            core.database.execute("DELETE FROM core.audit_anchor; DELETE FROM core.audit_link");
            SomeCore.await(() -> verified(core).equals("broken"));
        }
    }

    @Test
    void coreDoesNotStartWithAPlaceThatIsNone() {
        try (SomeCore core = new SomeCore()) {
            core.settings.put("HOTLEADS_AUDIT_ANCHORS", "/keys/anchors");

            assertThatThrownBy(core::start).hasRootCauseInstanceOf(BucketUnusable.class);
        }
    }

    private static String verified(SomeCore core) {
        String check = core.json(core.post("/api/audit/verifications", core.tony(), Map.of()))
                .get("id")
                .asString();
        String[] state = {""};
        SomeCore.await(() -> {
            state[0] = core.json(core.get("/api/audit/verifications/" + check, core.tony()))
                    .get("state")
                    .asString();
            return !state[0].equals("running");
        });
        return state[0];
    }

    @Test
    void aBucketThatLetsAnythingBeDeletedGetsNone() {
        DailyAnchor daily = new DailyAnchor(
                trail.jdbc(),
                new AnchorBucket("s3://" + SomeBucket.OPEN + "/" + folder, bucket.door(), "core"),
                trail.clock());
        daily.round();

        assertThat(daily.lag()).isEqualTo(Map.of("behind", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://practice-locked", "s3://practice.locked/anchors", "", "/var/anchors"})
    void aNameThatIsNoFolderInABucketIsRefused(String place) {
        assertThatThrownBy(() -> new AnchorBucket(place, bucket.door(), "core"))
                .isInstanceOf(BucketUnusable.class)
                .hasMessageContainingAll("HOTLEADS_AUDIT_ANCHORS", "s3://my-locked-bucket/my-folder");
    }
}
