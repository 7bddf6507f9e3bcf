package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityHook;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The hooks we make at Acuity, and those we leave alone. */
class KeepHooksTest {
    private static final String TARGET = "https://practice.example.org/webhooks/acuity";

    private final List<AcuityHook> there = Collections.synchronizedList(new ArrayList<>());
    private final SomeCore core = new SomeCore();
    private long lastId = 8_122;

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void areMadeOnceAndAgainWhenAcuitySwitchedOneOff() {
        startAt("https://practice.example.org");

        SomeCore.await(() -> there.size() == 4);
        assertThat(there).extracting(AcuityHook::target).containsOnly(TARGET);
        assertThat(there)
                .extracting(AcuityHook::event)
                .containsExactlyInAnyOrder(
                        "appointment.changed",
                        "appointment.scheduled",
                        "appointment.canceled",
                        "appointment.rescheduled");
        SomeCore.await(() -> hooks().get("madeHere").asInt() == 4);
        assertThat(entries("hook.made")).isEqualTo(4);

        there.set(0, new AcuityHook(there.getFirst().id(), there.getFirst().event(), TARGET, false));
        runAgain();

        SomeCore.await(() -> entries("hook.removed") == 1 && entries("hook.made") == 5);
        assertThat(there).hasSize(4).allMatch(AcuityHook::active);
    }

    @Test
    void doNotTouchWhatOthersMade() {
        AcuityHook foreign = new AcuityHook(7, "appointment.changed", "https://elsewhere.example.org/a", false);
        there.add(foreign);

        startAt("https://practice.example.org");

        SomeCore.await(() -> there.size() == 5);
        assertThat(there).contains(foreign);
        assertThat(core.sync.asked).noneMatch(asked -> asked.call().equals("hooks/removal"));
    }

    @Test
    void areLeftToThePersonWhoMadeThoseThatDeliver() {
        startAt("https://practice.example.org:8443");
        core.hook("scheduled", 1);
        core.stop();
        core.settings.put("HOTLEADS_PUBLIC_URL", "https://practice.example.org");
        core.start();

        awaitAnotherRun();

        assertThat(core.sync.asked).noneMatch(asked -> asked.call().startsWith("hooks"));
    }

    @Test
    void areNotMadeWhereAcuityWouldNotDeliver() {
        startAt("https://practice.example.org:8443");

        awaitAnotherRun();

        assertThat(core.sync.asked).noneMatch(asked -> asked.call().startsWith("hooks"));
    }

    @Test
    void areNotMadeWhenAPersonMakesThem() {
        core.settings.put("HOTLEADS_ACUITY_HOOKS", "by-hand");
        startAt("https://practice.example.org");

        awaitAnotherRun();

        assertThat(core.sync.asked).noneMatch(asked -> asked.call().startsWith("hooks"));
    }

    @Test
    void sayWhenTheAccountHasNoRoomForThem() {
        for (int id = 1; id <= 24; id++) {
            there.add(new AcuityHook(id, "order.completed", "https://elsewhere.example.org/" + id, true));
        }

        startAt("https://practice.example.org");

        SomeCore.await(() -> "acuity.hooks-full".equals(hooks().path("causeKey").asString("")));
        assertThat(there).hasSize(25);
        assertThat(there.getLast().event()).isEqualTo("appointment.changed");
    }

    @Test
    void sayWhenAcuityRefusesThem() {
        core.sync.fails("hooks/new", ProviderOutcome.BAD_REQUEST, "bad-request");

        startAt("https://practice.example.org");

        SomeCore.await(
                () -> "acuity.hook-refused".equals(hooks().path("causeKey").asString("")));
        assertThat(entries("hook.made")).isZero();
    }

    @Test
    void areNeitherMadeNorRemovedWhenThatCannotBeRecordedFirst() {
        core.database.execute("REVOKE INSERT ON core.audit_entry FROM hl_core");
        startAt("https://practice.example.org");
        SomeCore.await(() -> failures() > 0);
        assertThat(there).isEmpty();

        core.database.execute("GRANT INSERT ON core.audit_entry TO hl_core");
        runAgain();
        SomeCore.await(() -> entries("hook.made") == 4);
        there.set(0, new AcuityHook(there.getFirst().id(), there.getFirst().event(), TARGET, false));
        core.database.execute("REVOKE INSERT ON core.audit_entry FROM hl_core");
        runAgain();
        SomeCore.await(() -> failures() > 0);

        assertThat(core.sync.asked).noneMatch(asked -> asked.call().equals("hooks/removal"));
        assertThat(there).hasSize(4);
    }

    @Test
    void areToldOfBeforeAndAfterTheyAreMade() {
        core.sync.fails("hooks/new", ProviderOutcome.UNCLEAR, "timed-out");

        startAt("https://practice.example.org");

        SomeCore.await(() -> entries("hook.not-made") == 1);
        assertThat(entries("hook.making")).isEqualTo(1);
        assertThat(entries("hook.made")).isZero();
    }

    private int failures() {
        return core.jdbc()
                .sql(
                        "SELECT coalesce(max(consecutive_failures), 0) FROM scheduled_tasks WHERE task_name = 'keep-acuity-hooks'")
                .query(Integer.class)
                .single();
    }

    private void startAt(String publicUrl) {
        core.settings.put("HOTLEADS_PUBLIC_URL", publicUrl);
        core.sync.calls.put("hooks", query -> ProviderAnswer.of(List.copyOf(there)));
        core.sync.calls.putIfAbsent("hooks/new", this::make);
        core.sync.calls.put(
                "hooks/removal",
                query -> ProviderAnswer.of(
                        there.removeIf(hook -> hook.id() == query.get("id").asLong())));
        core.start();
    }

    private ProviderAnswer<?> make(JsonNode wanted) {
        AcuityHook made = new AcuityHook(
                ++lastId, wanted.get("event").asString(), wanted.get("target").asString(), true);
        there.add(made);
        return ProviderAnswer.of(made);
    }

    private void runAgain() {
        SomeCore.await(() -> 1
                == core.jdbc()
                        .sql(
                                "UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = 'keep-acuity-hooks' AND NOT picked")
                        .update());
    }

    private void awaitAnotherRun() {
        SomeCore.await(() -> lastRun() != null);
        String before = lastRun();
        runAgain();
        SomeCore.await(() -> !String.valueOf(lastRun()).equals(before));
    }

    private @Nullable String lastRun() {
        return core.jdbc()
                .sql("SELECT last_success::text FROM scheduled_tasks WHERE task_name = 'keep-acuity-hooks'")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private JsonNode hooks() {
        return core.json(core.get("/api/connections", core.tony()))
                .get("items")
                .get(0)
                .get("hooks");
    }

    private long entries(String act) {
        return core.jdbc()
                .sql("SELECT count(*) FROM audit_entry WHERE act = ?")
                .param(act)
                .query(Long.class)
                .single();
    }
}
