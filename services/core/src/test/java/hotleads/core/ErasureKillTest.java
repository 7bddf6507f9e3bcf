package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.erasures.AsAtAStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Wherever core is killed while it erases somebody, the next start ends it right: all of them is gone, or nothing was
 * begun.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureKillTest {
    private final CrashPoints crashes = new CrashPoints();
    private SomeCore core;
    private long booking = 10_000;

    @BeforeAll
    void start() {
        core = new SomeCore(
                Clock.systemUTC(), context -> context.getBeanFactory().addBeanPostProcessor(crashes));
        core.start();
        core.awaitOnTime();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @Test
    void atAnyStepItEndsRight() throws Exception {
        int killed = 0;
        int begun = 0;
        int donePerKill = 0;
        boolean wasKilled = true;
        for (int boundary = 1; wasKilled; boundary++) {
            String person = someone();
            String plan = planOf(person);
            String erasure = asked(person, plan);
            core.standStill();
            crashes.killAt(boundary);
            approve(erasure, plan);
            wasKilled = crashes.restart();
            killed += wasKilled ? 1 : 0;

            boolean isInLedger = ledger().contains(erasure);
            core.bean(AsAtAStart.bean()).afterPropertiesSet();

            boolean isGone = count("person WHERE id = '" + person + "'") == 0;
            assertThat(isGone).as("at boundary " + boundary).isEqualTo(isInLedger);
            assertThat(state(erasure)).isEqualTo(isGone ? "done" : "asked");
            assertThat(count("identity WHERE person_id = '" + person + "'")).isEqualTo(isGone ? 0 : 1);
            assertThat(count("booking WHERE id = " + booking)).isEqualTo(isGone ? 0 : 1);
            donePerKill += isGone && wasKilled ? 1 : 0;
            begun += isGone ? 0 : 1;
            if (!isGone) {
                assertThat(approve(erasure, plan)).isEqualTo(200);
            }
        }
        assertThat(killed).as("tried").isGreaterThan(20);
        assertThat(begun).as("never begun").isPositive();
        assertThat(donePerKill).as("done by the start").isPositive();
    }

    private String someone() {
        core.sync.acuity.put(
                ++booking,
                appointment(booking)
                        .named("Only", "Killed" + booking)
                        .reachedBy("killed" + booking + "@example.org", null)
                        .at(Clock.systemUTC().instant().plus(Duration.ofDays(3)))
                        .build());
        core.hook("scheduled", booking);
        core.job("readWaitingAppointments").start();
        core.awaitQuiet();
        return core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(booking)
                .query(String.class)
                .single();
    }

    private String planOf(String person) {
        return core.json(core.get("/api/people/" + person + "/erasure", core.tony()))
                .get("plan")
                .asString();
    }

    private String asked(String person, String plan) {
        return core.json(core.post(
                        "/api/people/" + person + "/erasure", core.tony(), Map.of("plan", plan, "reason", "asked for")))
                .get("id")
                .asString();
    }

    private int approve(String erasure, String plan) {
        return core.post(
                        "/api/erasures/" + erasure + "/approve", core.user(SomeCore.ROB, "admin"), Map.of("plan", plan))
                .statusCode();
    }

    private String ledger() throws IOException {
        return Files.readString(Path.of(core.keyFile + ".erasures"));
    }

    private String state(String erasure) {
        return core.jdbc()
                .sql("SELECT state FROM erasure WHERE id = ?::uuid")
                .param(erasure)
                .query(String.class)
                .single();
    }

    private long count(String from) {
        return core.jdbc().sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }
}
