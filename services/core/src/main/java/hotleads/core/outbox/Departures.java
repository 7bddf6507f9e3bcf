package hotleads.core.outbox;

import hotleads.core.acts.Acts;
import hotleads.core.live.LiveChanges;
import hotleads.core.time.PracticeClock;
import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import hotleads.core.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of sending, each committed by itself: claimed, begun, and how it ended. */
@Component
class Departures implements TimesAhead {
    private static final String JOB = "outbox";
    /** Longer than any call; one that lasts longer is looked up before it is tried again. */
    private static final Duration LEASE = Duration.ofMinutes(3);
    /** Some two hours, by the back-off below. */
    private static final int MOST_ATTEMPTS = 14;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** What a provider is still busy with shows up in a look only later. */
    private static final Duration BEFORE_A_LOOK = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Acts acts;
    private final LiveChanges live;
    private final PracticeClock practiceClock;
    private final Clock clock;

    Departures(JdbcClient jdbc, Vault vault, Acts acts, LiveChanges live, PracticeClock practiceClock, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.acts = acts;
        this.live = live;
        this.practiceClock = practiceClock;
        this.clock = clock;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.lease("outbox", "claimed_until", LEASE), TimeAhead.pause("outbox", "next_try_at"));
    }

    /** @param unsure whether an earlier try may have arrived */
    record Claimed(UUID id, String kind, boolean unsure, int attempts) {}

    /** The first of each record's, of this kind. */
    @Transactional
    public List<Claimed> claim(String kind, int most) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        UPDATE outbox SET claimed_until = ? WHERE id IN (
                          SELECT o.id FROM outbox o
                          WHERE o.state = 'sending' AND o.kind = ? AND o.next_try_at <= ?
                            AND (o.claimed_until IS NULL OR o.claimed_until < ?)
                            AND NOT EXISTS (SELECT 1 FROM outbox earlier
                                            WHERE earlier.kind = o.kind AND earlier.subject = o.subject
                                              AND earlier.state = 'sending' AND earlier.id < o.id)
                          ORDER BY o.next_try_at LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING id, kind, unsure, attempts
                        """)
                .params(Timestamp.from(clock.instant().plus(LEASE)), kind, now, now, most)
                .query((row, number) -> new Claimed(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getBoolean("unsure"),
                        row.getInt("attempts")))
                .list();
    }

    Parcel open(Claimed claimed) {
        return jdbc.sql("SELECT subject, marker, payload, key_id, decided_at FROM outbox WHERE id = ?")
                .param(claimed.id)
                .query((row, number) -> new Parcel(
                        claimed.id,
                        claimed.kind,
                        row.getString("subject"),
                        row.getString("marker"),
                        vault.key(row.getObject("key_id", UUID.class))
                                .open(row.getBytes("payload"), Outbox.place(claimed.id)),
                        row.getTimestamp("decided_at").toInstant()))
                .single();
    }

    /** From here on it may arrive, whatever becomes of us. */
    @Transactional
    public void begun(Claimed claimed) {
        jdbc.sql("UPDATE outbox SET unsure = true WHERE id = ?")
                .param(claimed.id)
                .update();
        acts.byJob(JOB, "outward.sending", claimed.kind, claimed.id.toString());
    }

    @Transactional
    public void ended(Claimed claimed, Sent sent) {
        switch (sent) {
            case Sent.Saved(String as) -> settle(claimed, OutboxState.SAVED, null, as, false);
            case Sent.NotThere() -> throw new IllegalStateException("Only a look can end so");
            case Sent.Refused(String cause) -> settle(claimed, OutboxState.NOT_SAVED, cause, null, false);
            case Sent.Later(String cause, Duration wait) -> again(claimed, cause, wait, false);
            case Sent.Unclear(String cause) -> again(claimed, cause, BEFORE_A_LOOK, true);
        }
    }

    /** A look that told nothing: what it was about is as unsure as before. */
    @Transactional
    public void stillUnsure(Claimed claimed, String cause, @Nullable Duration wait, boolean hopeless) {
        if (hopeless) {
            settle(claimed, OutboxState.NOT_SAVED, cause, null, true);
        } else {
            again(claimed, cause, wait, true);
        }
    }

    private void again(Claimed claimed, String cause, @Nullable Duration wait, boolean unsure) {
        if (claimed.attempts + 1 >= MOST_ATTEMPTS) {
            settle(claimed, OutboxState.NOT_SAVED, cause, null, unsure);
            return;
        }
        Duration own = backOff(claimed.attempts);
        Duration longer = wait == null || wait.compareTo(own) < 0 ? own : wait;
        jdbc.sql("""
                        UPDATE outbox SET cause = ?, attempts = attempts + 1, unsure = ?, next_try_at = ?, claimed_until = NULL
                        WHERE id = ?
                        """)
                .params(cause, unsure, Timestamp.from(clock.instant().plus(longer)), claimed.id)
                .update();
        acts.byJob(JOB, "outward.put-off", claimed.kind, claimed.id.toString());
        live.listChanged();
    }

    private void settle(
            Claimed claimed, OutboxState state, @Nullable String cause, @Nullable String savedAs, boolean unsure) {
        jdbc.sql("""
                        UPDATE outbox SET state = ?, cause = ?, saved_as = ?, settled_at = ?, attempts = attempts + 1,
                          unsure = ?, claimed_until = NULL
                        WHERE id = ?
                        """)
                .params(Arrays.asList(
                        state.word(), cause, savedAs, Timestamp.from(practiceClock.instant()), unsure, claimed.id))
                .update();
        acts.byJob(JOB, "outward." + state.word(), claimed.kind, claimed.id.toString());
        live.listChanged();
    }

    static Duration backOff(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
