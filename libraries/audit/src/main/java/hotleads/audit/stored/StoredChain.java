package hotleads.audit.stored;

import hotleads.audit.chain.Anchor;
import hotleads.audit.chain.ChainHash;
import hotleads.audit.chain.ChainReader;
import hotleads.audit.chain.KeyChange;
import hotleads.audit.chain.Link;
import hotleads.audit.chain.StoredEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A schema's trail and chain, for reading: by pages, or from end to end. */
public final class StoredChain {
    private static final int ROWS_AT_ONCE = 2_000;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final TransactionTemplate oneSnapshot;
    private final List<? extends AnchorsOutside> outside;
    private final String chain;
    private final AnchorSigners signers;
    private final ChainHash hash;

    /**
     * @param outside where anchors lie but in the database
     * @param signers whose public parts the chain's anchors are checked with
     */
    public StoredChain(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            List<? extends AnchorsOutside> outside,
            String chain,
            AnchorSigners signers) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        this.streaming.setFetchSize(ROWS_AT_ONCE);
        this.oneSnapshot = new TransactionTemplate(transactions);
        this.oneSnapshot.setReadOnly(true);
        this.oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.outside = List.copyOf(outside);
        this.chain = chain;
        this.signers = signers;
        this.hash = new ChainHash(chain);
    }

    public String name() {
        return chain;
    }

    /** The public part of the newest key that signs its anchors. */
    public byte[] key() {
        return signers.all().getLast().key();
    }

    /** How the keys announced each other that signed these anchors, from the one on that signed the anchor before. */
    public List<KeyChange> changesWithin(List<Anchor> anchors, long anchorBefore) {
        int from = jdbc
                .query("SELECT key FROM audit_anchor WHERE seq = ?", (row, number) -> row.getBytes(1), anchorBefore)
                .stream()
                .mapToInt(this::indexOf)
                .findFirst()
                .orElse(0);
        int to =
                anchors.stream().mapToInt(anchor -> indexOf(anchor.key())).max().orElse(from);
        return signers.changes().subList(from, Math.max(from, to));
    }

    /** A key of nobody's counts as the first: the check will say what is wrong with its anchor. */
    private int indexOf(byte[] key) {
        List<AnchorSigners.Signer> all = signers.all();
        return IntStream.range(0, all.size())
                .filter(index -> Arrays.equals(all.get(index).key(), key))
                .findFirst()
                .orElse(0);
    }

    /**
     * How far the chain has come.
     *
     * @param last the last number
     * @param from when its first entry happened
     * @param to when its last one did
     * @param anchored the last number with an anchor
     * @param shipped the last number that lies in CloudWatch too
     * @param shippedAt when that was last known; null until the first time
     */
    public record State(
            String chain,
            long last,
            @Nullable Instant from,
            @Nullable Instant to,
            long anchored,
            @Nullable Instant anchoredAt,
            long shipped,
            @Nullable Instant shippedAt) {

        /** How far shipping has come, for whoever runs the program. */
        public Map<String, Object> lag() {
            Map<String, Object> figures =
                    new TreeMap<>(Map.of("entries", last, "shipped", shipped, "behind", last - shipped));
            if (shippedAt != null) {
                figures.put("shippedAt", shippedAt);
            }
            return figures;
        }
    }

    public State state() {
        return jdbc.query(
                        """
                        SELECT coalesce(l.seq, 0) AS last, f.at AS first_at, e.at AS last_at, coalesce(a.seq, 0) AS anchored, a.at AS anchored_at,
                               s.seq AS shipped, s.reached_at AS shipped_at
                        FROM (SELECT 1) one
                        LEFT JOIN (SELECT seq, entry_id FROM audit_link ORDER BY seq DESC LIMIT 1) l ON true
                        LEFT JOIN audit_entry e ON e.id = l.entry_id
                        LEFT JOIN audit_entry f ON f.id = (SELECT entry_id FROM audit_link ORDER BY seq LIMIT 1)
                        LEFT JOIN (SELECT seq, at FROM audit_anchor ORDER BY seq DESC LIMIT 1) a ON true
                        LEFT JOIN audit_shipping s ON true
                        """,
                        (row, n) -> new State(
                                chain,
                                row.getLong("last"),
                                instant(row, "first_at"),
                                instant(row, "last_at"),
                                row.getLong("anchored"),
                                instant(row, "anchored_at"),
                                row.getLong("shipped"),
                                instant(row, "shipped_at")))
                .getFirst();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** The newest entries with a number below {@code before}, newest first. */
    public List<Link> page(Filter filter, long before, int limit) {
        return jdbc.query(
                "SELECT l.seq, l.hash, " + Rows.ENTRY
                        + " FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id WHERE l.seq < ?" + filter.sql()
                        + " ORDER BY l.seq DESC LIMIT ?",
                (row, n) -> {
                    StoredEntry entry = Rows.entry(row, 3);
                    return new Link(row.getLong(1), entry.id(), row.getBytes(2), entry, null);
                },
                parameters(before, filter, limit));
    }

    /** How many entries with a number below {@code before} are meant. */
    public long count(Filter filter, long before) {
        Long count = jdbc.queryForObject(
                "SELECT count(*) FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id WHERE l.seq < ?"
                        + filter.sql(),
                Long.class,
                parameters(before, filter));
        return count == null ? 0 : count;
    }

    /** The first links after a number, in order. */
    public List<Link> after(long seq, int most) {
        return jdbc.query(SELECT_LINKS + " ORDER BY l.seq LIMIT " + most, (row, n) -> link(row), seq, Long.MAX_VALUE);
    }

    /** The anchors after one number, up to another. */
    public List<Anchor> anchorsBetween(long after, long upTo) {
        return jdbc.query(Rows.ANCHORS + "WHERE seq > ? AND seq <= ? ORDER BY seq", Rows::anchor, after, upTo);
    }

    /** The last links there are, oldest first, and what they hang on. */
    public Tail tail(int most) {
        long after = Math.max(0, state().last() - most);
        List<Link> links = new ArrayList<>();
        streaming.query(
                SELECT_LINKS + " ORDER BY l.seq",
                row -> {
                    links.add(link(row));
                },
                after,
                Long.MAX_VALUE);
        return new Tail(after, hashOf(after), links);
    }

    /** @param hash of the link before the first one */
    public record Tail(long after, byte[] hash, List<Link> links) {}

    private static final String SELECT_LINKS = "SELECT l.seq, l.entry_id, l.hash, " + Rows.ENTRY
            + " FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id WHERE l.seq > ? AND l.seq <= ?";

    private static Link link(ResultSet row) throws SQLException {
        UUID entryId = row.getObject(2, UUID.class);
        StoredEntry entry = row.getObject(4) == null ? null : Rows.entry(row, 4);
        return new Link(row.getLong(1), entryId, row.getBytes(3), entry, null);
    }

    /** The whole chain with its anchors, in order, as it is at one moment. */
    public void read(ChainReader reader, BooleanSupplier goesOn) {
        oneSnapshot.executeWithoutResult(status -> between(0, Long.MAX_VALUE, Filter.ALL, reader, goesOn));
    }

    /**
     * What proves the entries that are meant: all links between the first and the anchor after the last, others than
     * the meant ones by their digest alone.
     *
     * @param before the number below which entries count
     */
    public void prove(Filter filter, long before, ChainReader reader) {
        oneSnapshot.executeWithoutResult(status -> {
            Long[] span = jdbc.queryForObject(
                    "SELECT min(l.seq), max(l.seq) FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id WHERE l.seq < ?"
                            + filter.sql(),
                    (row, n) -> new Long[] {row.getObject(1, Long.class), row.getObject(2, Long.class)},
                    parameters(before, filter));
            long first = span == null || span[0] == null ? state().last() + 1 : span[0];
            long last = span == null || span[1] == null ? first - 1 : span[1];
            between(first - 1, anchorAtOrAfter(last), filter, reader, () -> true);
        });
    }

    private long anchorAtOrAfter(long seq) {
        Long found =
                jdbc.queryForObject("SELECT min(seq) FROM audit_anchor WHERE seq >= ?", Long.class, Math.max(seq, 0));
        return found == null ? seq : found;
    }

    private void between(long after, long upTo, Filter filter, ChainReader reader, BooleanSupplier goesOn) {
        reader.begins(chain, after, hashOf(after), signers.all().getFirst().key());
        signers.changes().forEach(reader::keyChanges);
        Deque<Anchor> anchors = anchors(after, upTo);
        long[] links = {0};
        streaming.query(
                connection -> {
                    var statement = connection.prepareStatement(SELECT_LINKS.replace(
                                    " FROM audit_link",
                                    ", (e.id IS NOT NULL" + filter.sql() + ") AS meant FROM audit_link")
                            + " ORDER BY l.seq");
                    statement.setFetchSize(ROWS_AT_ONCE);
                    int index = 1;
                    for (Object parameter : filter.parameters()) {
                        statement.setObject(index++, parameter);
                    }
                    statement.setLong(index++, after);
                    statement.setLong(index, upTo);
                    return statement;
                },
                (ResultSet rows) -> {
                    while (goesOn.getAsBoolean() && rows.next()) {
                        Link link = rows.getBoolean("meant") ? link(rows) : withoutEntry(link(rows));
                        while (!anchors.isEmpty() && anchors.getFirst().seq() < link.seq()) {
                            reader.anchor(anchors.removeFirst());
                        }
                        reader.link(link);
                        links[0]++;
                    }
                    return null;
                });
        anchors.forEach(reader::anchor);
        reader.ends(chain, links[0]);
    }

    private Link withoutEntry(Link link) {
        StoredEntry entry = link.entry();
        return entry == null ? link : new Link(link.seq(), link.entryId(), link.hash(), null, hash.digest(entry));
    }

    /** Those in the database and those outside, in order; twice the same is once enough. */
    private Deque<Anchor> anchors(long after, long upTo) {
        List<Anchor> found = new ArrayList<>();
        outside.forEach(place -> place.read(anchor -> {
            // A place that tells of entries beyond the last one is what shows that the chain was cut.
            if (anchor.seq() > after && (anchor.seq() <= upTo || upTo == Long.MAX_VALUE)) {
                found.add(anchor);
            }
        }));
        List<Anchor> stored = anchorsBetween(after, upTo);
        ArrayDeque<Anchor> anchors = new ArrayDeque<>();
        Stream.concat(stored.stream(), found.stream())
                .sorted(Comparator.comparingLong(Anchor::seq))
                .forEach(anchor -> {
                    if (anchors.isEmpty() || !same(anchors.getLast(), anchor)) {
                        anchors.add(anchor);
                    }
                });
        return anchors;
    }

    private static boolean same(Anchor one, Anchor other) {
        return one.seq() == other.seq()
                && Arrays.equals(one.hash(), other.hash())
                && Arrays.equals(one.signature(), other.signature());
    }

    private byte[] hashOf(long seq) {
        if (seq == 0) {
            return ChainHash.start();
        }
        return jdbc.query("SELECT hash FROM audit_link WHERE seq = ?", (row, n) -> row.getBytes(1), seq).stream()
                .findFirst()
                .orElseGet(ChainHash::start);
    }

    private static Object[] parameters(long before, Filter filter, Object... more) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(before);
        parameters.addAll(filter.parameters());
        parameters.addAll(List.of(more));
        return parameters.toArray();
    }
}
