package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.core.erasures.LedgerUnusable;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Somebody is erased where the ledger lies in a bucket, as on AWS. */
class ErasureInBucketTest {
    private static final String FOLDER = "erasures/of-this-practice";

    @Test
    void whoeverWasErasedStaysSoInEachDatabaseAndNobodyIsWhileTheBucketIsAway() {
        try (SomeBucket bucket = new SomeBucket();
                SomeCore core = new SomeCore()) {
            core.settings.put("HOTLEADS_ERASURE_LEDGER", "s3://" + SomeBucket.LOCKED + "/" + FOLDER);
            core.settings.put("HOTLEADS_AWS_ENDPOINT", bucket.door());
            SomeErasure erasure = new SomeErasure(core);
            core.start();
            core.awaitOnTime();
            String person = erasure.lived();
            String plan = erasure.plan(person).get("plan").asString();
            String asked = erasure.asked(person);

            bucket.shut = true;
            HttpResponse<String> away = erasure.approve(asked, plan, erasure.rob());
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(core.json(away).get("code").asString()).isEqualTo("ledger-unusable");
            assertThat(erasure.person()).isEqualTo(person);
            assertThat(refusalOf(core.beside())).contains("503", "nobody is erased");

            bucket.shut = false;
            assertThat(erasure.approve(asked, plan, erasure.rob()).statusCode()).isEqualTo(200);
            erasure.awaitSeats();
            assertThat(erasure.traces(person)).isEmpty();
            assertThat(bucket.get(FOLDER + "/00000002"))
                    .contains(person)
                    .doesNotContainIgnoringCase(SomeErasure.PLANTED)
                    .doesNotContain(Long.toString(SomeErasure.BOOKING), Long.toString(SomeErasure.LEAD));
            core.stop();

            // Deleted by whoever can, and then an older database put back: they stay erased.
            bucket.delete(FOLDER + "/00000002");
            SomeCore older = core.on(SomeDatabase.fresh());
            older.start();
            assertThat(older.jdbc()
                            .sql("SELECT person_id::text FROM erasure WHERE state = 'done'")
                            .query(String.class)
                            .single())
                    .isEqualTo(person);
            older.stop();
            older.settings.put("HOTLEADS_ERASURE_LEDGER", "s3://" + SomeBucket.LOCKED + "/elsewhere");
            assertThat(refusalOf(older)).contains("there is none at", "put an empty object named \"begin\"");
            bucket.put("elsewhere/begin", "");
            older.start();
            older.stop();
            assertThat(bucket.get("elsewhere/00000002")).contains(person);
        }
    }

    private static String refusalOf(SomeCore starting) {
        LedgerUnusable[] refused = new LedgerUnusable[1];
        assertThatThrownBy(starting::start)
                .rootCause()
                .isInstanceOfSatisfying(LedgerUnusable.class, one -> refused[0] = one);
        return String.valueOf(refused[0].getMessage());
    }
}
