package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.outbox.Outbox;
import hotleads.core.outbox.OutboxState;
import hotleads.core.outbox.Outward;
import hotleads.core.outbox.Parcel;
import hotleads.core.outbox.Sent;
import hotleads.core.outbox.Shipment;
import hotleads.core.vault.PracticeVault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaves the building, whatever becomes of it on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxTest {
    private final SomeWay way = new SomeWay(SomeWay.KIND);
    private final SomeWay other = new SomeWay("other-way");
    private final SomeCore core = new SomeCore(Clock.systemUTC(), context -> {
        context.registerBean("someWay", Outward.class, () -> way);
        context.registerBean("otherWay", Outward.class, () -> other);
    });

    @BeforeAll
    void start() {
        core.start();
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void nothingWaits() {
        core.database.execute("UPDATE core.outbox SET state = 'withdrawn' WHERE state = 'sending'");
        way.forget();
        other.forget();
    }

    @Test
    void leavesOnceAndSaysWhatItIsCalledThere() {
        UUID id = put("7", "Called, left message", Duration.ZERO);

        assertThat(settled(id).savedAs()).isEqualTo("there-1");
        assertThat(way.there).hasSize(1);
        assertThat(way.there.getFirst().content()).isEqualTo("Called, left message".getBytes(StandardCharsets.UTF_8));
        assertThat(acts(id)).containsSubsequence("outward.decided", "outward.sending", "outward.saved");
    }

    @Test
    void oneWhoseEndNobodyKnowsIsLookedUpAndNotSentTwice() {
        way.next.add(new Sent.Unclear("timed-out"));
        way.takesInUnclear = true;
        UUID id = put("7", "Once", Duration.ZERO);
        SomeCore.await(() -> causeOf(id) != null);

        hurry(id);

        assertThat(settled(id).state()).isEqualTo(OutboxState.SAVED);
        assertThat(way.there).hasSize(1);
        assertThat(way.lookUps).hasSize(1);
    }

    @Test
    void oneThatNeverArrivedIsSentAgainAfterALook() {
        way.next.add(new Sent.Unclear("timed-out"));
        UUID id = put("7", "Once", Duration.ZERO);
        SomeCore.await(() -> causeOf(id) != null);

        hurry(id);

        assertThat(settled(id).state()).isEqualTo(OutboxState.SAVED);
        assertThat(way.there).hasSize(1);
        assertThat(way.lookUps).hasSize(1);
    }

    @Test
    void oneThatACrashInterruptedIsLookedUpFirst() {
        UUID id = put("7", "Once", Duration.ofHours(1));
        // As a core leaves it that was killed after the provider took it and before anybody noted that.
        way.there.add(new Parcel(
                id,
                SomeWay.KIND,
                "7",
                markerOf(id),
                new byte[0],
                Clock.systemUTC().instant()));
        core.database.execute(
                "UPDATE core.outbox SET unsure = true, claimed_until = now() - interval '1 second', next_try_at = now()");

        assertThat(settled(id).state()).isEqualTo(OutboxState.SAVED);
        assertThat(way.there).hasSize(1);
    }

    @Test
    void whatIsRefusedSaysWhyAndGoesAgainWhenAPersonAsks() {
        way.next.add(new Sent.Refused("no-permission"));
        UUID id = put("7", "Refused", Duration.ZERO);
        assertThat(settled(id))
                .returns(OutboxState.NOT_SAVED, Shipment::state)
                .returns("no-permission", Shipment::cause);

        assertThat(tryAgain(id)).isEqualTo(204);

        SomeCore.await(() -> shipment(id).state() == OutboxState.SAVED);
        assertThat(tryAgain(id)).isEqualTo(409);
        assertThat(core.post("/api/outbox/" + UUID.randomUUID() + "/try-again", core.tony(), Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aProviderThatDoesNotAnswerHoldsUpNothingThatGoesToAnother() {
        CountDownLatch answers = new CountDownLatch(1);
        other.before = answers;
        for (int i = 0; i < 9; i++) {
            put(other.kind(), "s" + i, "Slow");
        }
        SomeCore.await(() -> other.waiting.get() > 0);

        for (int i = 0; i < 3; i++) {
            UUID id = put("7", "Called", Duration.ZERO);
            assertThat(settled(id).state()).isEqualTo(OutboxState.SAVED);
        }

        assertThat(other.there).isEmpty();
        answers.countDown();
        SomeCore.await(() -> other.there.size() == 9);
    }

    @Test
    void whatMayNotLeaveYetIsTakenBackWithItsDecision() {
        UUID decision = UUID.randomUUID();
        UUID id = put("7", decision, "Never", Duration.ofSeconds(30));

        core.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> core.bean(Outbox.class).withdraw(decision));
        hurry(id);

        assertThat(shipment(id).state()).isEqualTo(OutboxState.WITHDRAWN);
        assertThat(way.there).isEmpty();
    }

    @Test
    void aboutOneRecordTheEarlierLeavesFirstAndHoldsUpNoOther() {
        way.next.add(new Sent.Later("rate-limited", Duration.ofHours(1)));
        UUID first = put("same", "First", Duration.ZERO);
        SomeCore.await(() -> causeOf(first) != null);
        UUID second = put("same", "Second", Duration.ZERO);
        UUID other = put("other", "Other", Duration.ZERO);

        assertThat(settled(other).state()).isEqualTo(OutboxState.SAVED);
        assertThat(shipment(second).state()).isEqualTo(OutboxState.SENDING);
        hurry(first);

        settled(second);
        assertThat(way.there.stream().filter(parcel -> parcel.subject().equals("same")))
                .extracting(Parcel::id)
                .containsExactly(first, second);
    }

    private UUID put(String subject, String content, Duration hold) {
        return put(subject, UUID.randomUUID(), content, hold);
    }

    private UUID put(String kind, String subject, String content) {
        return put(kind, subject, UUID.randomUUID(), content, Duration.ZERO);
    }

    private UUID put(String subject, UUID decision, String content, Duration hold) {
        return put(SomeWay.KIND, subject, decision, content, hold);
    }

    private UUID put(String kind, String subject, UUID decision, String content, Duration hold) {
        return Objects.requireNonNull(core.bean(TransactionTemplate.class)
                .execute(status -> core.bean(Outbox.class)
                        .put(new Outbox.Packed(
                                kind,
                                subject,
                                decision,
                                content.getBytes(StandardCharsets.UTF_8),
                                core.bean(PracticeVault.class).key(),
                                hold))));
    }

    private Shipment settled(UUID id) {
        SomeCore.await(() -> shipment(id).state() != OutboxState.SENDING);
        return shipment(id);
    }

    private Shipment shipment(UUID id) {
        return core.bean(Outbox.class).find(id).orElseThrow();
    }

    private @Nullable String causeOf(UUID id) {
        return shipment(id).cause();
    }

    private String markerOf(UUID id) {
        return core.jdbc()
                .sql("SELECT marker FROM outbox WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private void hurry(UUID id) {
        core.database.execute("UPDATE core.outbox SET next_try_at = now() WHERE id = '" + id + "'");
    }

    private int tryAgain(UUID id) {
        return core.post("/api/outbox/" + id + "/try-again", core.tony(), Map.of())
                .statusCode();
    }

    private List<String> acts(UUID id) {
        return core.jdbc()
                .sql("SELECT act FROM audit_entry WHERE subject = ? ORDER BY id")
                .param(id.toString())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** A provider that takes whatever it is not told to fail. */
    private static final class SomeWay implements Outward {
        static final String KIND = "some-way";

        final Queue<Sent> next = new ConcurrentLinkedQueue<>();
        final List<Parcel> there = new CopyOnWriteArrayList<>();
        final List<Parcel> lookUps = new CopyOnWriteArrayList<>();
        final AtomicInteger waiting = new AtomicInteger();
        volatile boolean takesInUnclear;
        /** How long it keeps everybody waiting. */
        volatile CountDownLatch before = new CountDownLatch(0);

        private final String kind;

        SomeWay(String kind) {
            this.kind = kind;
        }

        void forget() {
            next.clear();
            there.clear();
            lookUps.clear();
            takesInUnclear = false;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Sent lookUp(Parcel parcel) {
            lookUps.add(parcel);
            return there.stream().anyMatch(one -> one.marker().equals(parcel.marker()))
                    ? new Sent.Saved("found")
                    : new Sent.NotThere();
        }

        @Override
        public Sent send(Parcel parcel) {
            waiting.incrementAndGet();
            try {
                before.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            Sent told = next.poll();
            if (told == null || takesInUnclear) {
                there.add(parcel);
            }
            return told == null ? new Sent.Saved("there-" + there.size()) : told;
        }
    }
}
