package hotleads.vault.inuse;

import hotleads.vault.KeySet;
import hotleads.vault.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a new key in the place of one in force, and makes anew what was made with the old one: batch by batch, each
 * stored together with how far it came, while everything else runs. One rotation at a time; whoever is killed in it is
 * followed by whoever is next.
 */
public final class Rotations {
    private static final String COLUMNS = "id, purpose, key, started_at, finished_at, rows, done, left_out";

    private final KeysInUse keys;
    private final List<Renewal> renewals;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Consumer<Rotation> recordEnd;

    /**
     * All rotations of one program.
     *
     * @param renewals in the order in which they are done
     * @param recordEnd leaves the audit entry of a rotation that ended, in its transaction
     */
    public Rotations(
            KeysInUse keys,
            List<Renewal> renewals,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            Consumer<Rotation> recordEnd) {
        this.keys = keys;
        this.renewals = List.copyOf(renewals);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.recordEnd = recordEnd;
    }

    /**
     * One rotation.
     *
     * @param key the new one
     * @param rows how many there were to make anew when it began
     * @param done how many of them were looked at
     * @param leftOut how many of those do not open, and stay as they were
     */
    public record Rotation(
            UUID id,
            Purpose purpose,
            UUID key,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long rows,
            long done,
            long leftOut) {}

    /**
     * A key in force.
     *
     * @param since when it came into force
     * @param rotation the newest rotation of its purpose, if there ever was one
     */
    public record InForce(
            UUID id,
            Purpose purpose,
            Instant since,
            @Nullable Rotation rotation) {}

    /** What a purpose's keys are like, each in the order of {@link Purpose}. */
    public List<InForce> inForce() {
        List<Rotation> newest = jdbc.query(
                "SELECT DISTINCT ON (purpose) " + COLUMNS + " FROM key_rotation ORDER BY purpose, started_at DESC",
                (row, number) -> rotation(row));
        return jdbc
                .query(
                        "SELECT id, purpose, since FROM practice_key WHERE state = 'in-force'",
                        (row, number) -> inForce(row, newest))
                .stream()
                .sorted(java.util.Comparator.comparing(InForce::purpose))
                .toList();
    }

    private static InForce inForce(ResultSet row, List<Rotation> rotations) throws SQLException {
        Purpose purpose = Purpose.of(row.getString("purpose")).orElseThrow();
        return new InForce(
                row.getObject("id", UUID.class),
                purpose,
                row.getTimestamp("since").toInstant(),
                rotations.stream()
                        .filter(rotation -> rotation.purpose == purpose)
                        .findFirst()
                        .orElse(null));
    }

    /**
     * Makes a new key and puts it in force, in the caller's transaction. The key is kept before the database hears of
     * it: a crash in between leaves a key that nothing was made with, and the next try takes that one.
     *
     * @return empty when a rotation is under way
     * @throws java.io.UncheckedIOException when the new key cannot be kept
     */
    public Optional<Rotation> start(Purpose purpose) {
        jdbc.query(KeysInUse.HOLD_ALONE, row -> {});
        if (underWay()) {
            return Optional.empty();
        }
        UUID key = freshKey(purpose);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update(
                "UPDATE practice_key SET state = 'retiring' WHERE purpose = ? AND state = 'in-force'", purpose.word());
        jdbc.update(
                "INSERT INTO practice_key (id, purpose, state, since) VALUES (?, ?, 'in-force', ?)",
                key,
                purpose.word(),
                now);
        Rotation started = new Rotation(UUID.randomUUID(), purpose, key, now.toInstant(), null, rows(purpose), 0, 0);
        jdbc.update(
                "INSERT INTO key_rotation (id, purpose, key, started_at, rows) VALUES (?, ?, ?, ?, ?)",
                started.id,
                purpose.word(),
                key,
                now,
                started.rows);
        return Optional.of(started);
    }

    private boolean underWay() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM key_rotation WHERE finished_at IS NULL)", Boolean.class));
    }

    private UUID freshKey(Purpose purpose) {
        KeySet known = keys.readAnew();
        if (isInUse(known.newest(purpose))) {
            keys.place().write(known.withFresh(purpose));
            known = keys.readAnew();
        }
        return known.newest(purpose);
    }

    private boolean isInUse(UUID key) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM practice_key WHERE id = ?)", Boolean.class, key));
    }

    private long rows(Purpose purpose) {
        return of(purpose).stream().mapToLong(Renewal::rows).sum();
    }

    private List<Renewal> of(Purpose purpose) {
        return renewals.stream().filter(renewal -> renewal.purpose() == purpose).toList();
    }

    /**
     * One batch of the rotation under way, or its end.
     *
     * @return whether there was anything to do
     */
    public boolean round() {
        return Boolean.TRUE.equals(transaction.execute(status -> step()));
    }

    private boolean step() {
        // Held until the batch is stored: of several instances one works, and its death gives it back.
        List<UnderWay> found = jdbc.query(
                "SELECT " + COLUMNS
                        + ", stage, mark FROM key_rotation WHERE finished_at IS NULL FOR UPDATE SKIP LOCKED",
                (row, number) -> new UnderWay(rotation(row), row.getInt("stage"), row.getString("mark")));
        found.forEach(this::goOn);
        return !found.isEmpty();
    }

    private void goOn(UnderWay at) {
        List<Renewal> stages = of(at.rotation.purpose);
        if (at.stage == stages.size()) {
            finish(at.rotation);
            return;
        }
        Renewal.Batch batch = stages.get(at.stage).renewAfter(at.mark);
        jdbc.update(
                "UPDATE key_rotation SET stage = ?, mark = ?, done = done + ?, left_out = left_out + ? WHERE id = ?",
                batch.next() == null ? at.stage + 1 : at.stage,
                batch.next(),
                batch.rows(),
                batch.leftOut(),
                at.rotation.id);
    }

    private void finish(Rotation rotation) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update(
                "UPDATE practice_key SET state = 'retired' WHERE purpose = ? AND state = 'retiring'",
                rotation.purpose.word());
        jdbc.update("UPDATE key_rotation SET finished_at = ? WHERE id = ?", now, rotation.id);
        recordEnd.accept(rotation);
    }

    private static Rotation rotation(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new Rotation(
                row.getObject("id", UUID.class),
                Purpose.of(row.getString("purpose")).orElseThrow(),
                row.getObject("key", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("rows"),
                row.getLong("done"),
                row.getLong("left_out"));
    }

    private record UnderWay(
            Rotation rotation, int stage, @Nullable String mark) {}
}
