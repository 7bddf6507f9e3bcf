package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.audit.chain.Break;
import hotleads.audit.chain.ChainHash;
import hotleads.audit.chain.Link;
import hotleads.audit.chain.StoredEntry;
import hotleads.audit.chain.Verdict;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database's superuser does to the trail, who may do everything there: each is found and located. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTamperTest {
    private static final int ENTRIES = 120;
    private static final int ANCHOR_EVERY = 30;
    private static final int ROUNDS = Integer.getInteger("alterations", 3);

    private SomeTrail trail;
    private List<Link> links;

    @BeforeAll
    void aTrail() {
        trail = new SomeTrail();
        for (int written = 0; written < ENTRIES; written += ANCHOR_EVERY) {
            trail.append(ANCHOR_EVERY);
            trail.number();
            trail.anchor();
        }
        links = trail.chain().tail(ENTRIES).links();
    }

    @Test
    void isUnbrokenUntilSomeoneTouchesIt() {
        Verdict verdict = trail.check();

        assertThat(verdict.isUnbroken()).isTrue();
        assertThat(verdict.entries()).isEqualTo(ENTRIES);
        assertThat(verdict.anchored()).isEqualTo(ENTRIES);
    }

    /** By SQL alone, {@code seq} being some entry's number. */
    enum Tampering {
        EDIT(Break.Kind.ALTERED) {
            @Override
            void apply(AuditTamperTest test, Statement sql, int seq) throws SQLException {
                sql.execute("UPDATE audit_entry SET subject = 'somebody-else' WHERE id = " + entryAt(seq));
            }
        },
        DELETE_ENTRY(Break.Kind.ENTRY_MISSING) {
            @Override
            void apply(AuditTamperTest test, Statement sql, int seq) throws SQLException {
                sql.execute("DELETE FROM audit_entry WHERE id = " + entryAt(seq));
            }
        },
        DELETE_LINK(Break.Kind.LINK_MISSING) {
            @Override
            void apply(AuditTamperTest test, Statement sql, int seq) throws SQLException {
                sql.execute("DELETE FROM audit_link WHERE seq = " + seq);
            }
        },
        INSERT(Break.Kind.ALTERED) {
            @Override
            void apply(AuditTamperTest test, Statement sql, int seq) throws SQLException {
                UUID forged = UUID.randomUUID();
                sql.execute("INSERT INTO audit_entry (id, at, actor_kind, act, outcome, count) VALUES ('" + forged
                        + "', now(), 'job', 'window.fetched', 'done', 1)");
                sql.execute("UPDATE audit_link SET seq = -seq WHERE seq >= " + seq);
                sql.execute("UPDATE audit_link SET seq = 1 - seq WHERE seq < 0");
                sql.execute("INSERT INTO audit_link SELECT " + seq + ", '" + forged
                        + "', hash FROM audit_link WHERE seq = " + (seq + 1));
            }
        },
        REORDER(Break.Kind.ALTERED) {
            @Override
            void apply(AuditTamperTest test, Statement sql, int seq) throws SQLException {
                String later = entryAt(seq + 1);
                sql.execute("CREATE TEMP TABLE swapped ON COMMIT DROP AS SELECT " + entryAt(seq) + " AS one, " + later
                        + " AS other");
                sql.execute("UPDATE audit_link SET entry_id = gen_random_uuid() WHERE seq = " + (seq + 1));
                sql.execute("UPDATE audit_link SET entry_id = (SELECT other FROM swapped) WHERE seq = " + seq);
                sql.execute("UPDATE audit_link SET entry_id = (SELECT one FROM swapped) WHERE seq = " + (seq + 1));
            }
        },
        SWAP_WITH_OTHER_CHAIN(Break.Kind.ALTERED) {
            @Override
            void apply(AuditTamperTest test, Statement sql, int seq) throws SQLException {
                // As good a link as auth would have made, with auth's name in its hash.
                ChainHash auth = new ChainHash("auth");
                StoredEntry entry = test.entry(seq);
                byte[] before =
                        seq == 1 ? ChainHash.start() : test.links.get(seq - 2).hash();
                test.setHash(sql.getConnection(), seq, auth.next(seq, before, auth.digest(entry)));
            }
        },
        ALTER_LINK(Break.Kind.ALTERED) {
            @Override
            void apply(AuditTamperTest test, Statement sql, int seq) throws SQLException {
                sql.execute("UPDATE audit_link SET hash = set_byte(hash, 7, (get_byte(hash, 7) + 1) % 256) WHERE seq = "
                        + seq);
            }
        },
        CUT_TAIL(Break.Kind.CUT) {
            @Override
            void apply(AuditTamperTest test, Statement sql, int seq) throws SQLException {
                sql.execute("DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_link WHERE seq >= " + seq
                        + ")");
                sql.execute("DELETE FROM audit_link WHERE seq >= " + seq);
                sql.execute("DELETE FROM audit_anchor WHERE seq >= " + seq);
            }
        },
        REWRITE(Break.Kind.REWRITTEN) {
            @Override
            void apply(AuditTamperTest test, Statement sql, int seq) throws SQLException {
                sql.execute("UPDATE audit_entry SET actor = 'nobody' WHERE id = " + entryAt(seq));
                sql.execute("DELETE FROM audit_anchor WHERE seq >= " + seq);
                test.chainAgainFrom(sql.getConnection(), seq, "nobody");
            }
        };

        private final Break.Kind kind;

        Tampering(Break.Kind kind) {
            this.kind = kind;
        }

        abstract void apply(AuditTamperTest test, Statement sql, int seq) throws SQLException;

        private static String entryAt(int seq) {
            return "(SELECT entry_id FROM audit_link WHERE seq = " + seq + ")";
        }

        /** A rewritten chain can only be told from the last anchor on. */
        private long firstDoubted(int seq) {
            return this == REWRITE ? (seq - 1L) / ANCHOR_EVERY * ANCHOR_EVERY + 1 : seq;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundAndLocated(Tampering tampering) throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            int seq = 1 + new Random(17L * round + tampering.ordinal()).nextInt(ENTRIES - 1);
            try (Connection connection = trail.database.connect();
                    Statement sql = connection.createStatement()) {
                connection.setAutoCommit(false);
                sql.execute("SET LOCAL search_path = core");
                tampering.apply(this, sql, seq);

                Break found = Objects.requireNonNull(
                        trail.checkWithin(connection).broken(), () -> tampering + " at " + seq + " was not found");

                connection.rollback();
                assertThat(found.kind()).as("%s at %d", tampering, seq).isEqualTo(tampering.kind);
                assertThat(found.seq()).as("%s at %d", tampering, seq).isEqualTo(tampering.firstDoubted(seq));
            }
        }
    }

    @Test
    void aForgedAnchorIsFound() throws SQLException {
        try (Connection connection = trail.database.connect();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("SET LOCAL search_path = core");
            sql.execute("UPDATE audit_anchor SET hash = sha256(hash) WHERE seq = 60");

            Break found = trail.checkWithin(connection).broken();

            connection.rollback();
            assertThat(found).isEqualTo(new Break(60, 60, Break.Kind.ANCHOR_FORGED, null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_entry", "audit_link", "audit_anchor"})
    void theProgramsOwnRoleMayOnlyReadAndAdd(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(trail.database.url(), "hl_core", "core");
                Statement sql = connection.createStatement()) {
            for (String statement : List.of(
                    "DELETE FROM core." + table,
                    "TRUNCATE core." + table,
                    "DROP TABLE core." + table,
                    "ALTER TABLE core." + table + " ADD COLUMN more int",
                    table.equals("audit_entry")
                            ? "UPDATE core.audit_entry SET outcome = 'done'"
                            : "UPDATE core." + table + " SET hash = '\\x00'")) {
                assertThatThrownBy(() -> sql.execute(statement))
                        .as(statement)
                        .isInstanceOf(SQLException.class)
                        .extracting(failure -> ((SQLException) failure).getSQLState())
                        .isEqualTo("42501");
            }
        }
    }

    private StoredEntry entry(int seq) {
        return Objects.requireNonNull(links.get(seq - 1).entry());
    }

    private void setHash(Connection connection, int seq, byte[] hash) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE audit_link SET hash = ? WHERE seq = ?")) {
            update.setBytes(1, hash);
            update.setInt(2, seq);
            update.executeUpdate();
        }
    }

    /** Everything from there on hangs together again, one entry having another actor now. */
    private void chainAgainFrom(Connection connection, int seq, String actor) throws SQLException {
        ChainHash hash = new ChainHash("core");
        byte[] last = seq == 1 ? ChainHash.start() : links.get(seq - 2).hash();
        for (int at = seq; at <= ENTRIES; at++) {
            StoredEntry entry = at == seq ? by(actor, entry(at)) : entry(at);
            last = hash.next(at, last, hash.digest(entry));
            setHash(connection, at, last);
        }
    }

    private static StoredEntry by(String actor, StoredEntry entry) {
        return new StoredEntry(
                entry.id(),
                entry.at(),
                entry.actorKind(),
                actor,
                entry.role(),
                entry.act(),
                entry.subjectKind(),
                entry.subject(),
                entry.outcome(),
                entry.count(),
                entry.requestId(),
                entry.sealed(),
                entry.keyId(),
                entry.arrived());
    }

    /** The page that describes the bytes holds this statement too: anyone with psql can check a chain. */
    @Test
    void postgresqlItselfComputesTheSameHashes() {
        List<String> computed = trail.jdbc().query("""
                        WITH RECURSIVE digests AS (
                          SELECT l.seq, l.hash, sha256(
                            int4send(16) || uuid_send(e.id)
                            || int4send(8) || timestamptz_send(e.at)
                            || int4send(octet_length(e.actor_kind)) || textsend(e.actor_kind)
                            || coalesce(int4send(octet_length(e.actor)) || textsend(e.actor), int4send(-1))
                            || coalesce(int4send(octet_length(e.role)) || textsend(e.role), int4send(-1))
                            || int4send(octet_length(e.act)) || textsend(e.act)
                            || coalesce(int4send(octet_length(e.subject_kind)) || textsend(e.subject_kind), int4send(-1))
                            || coalesce(int4send(octet_length(e.subject)) || textsend(e.subject), int4send(-1))
                            || int4send(octet_length(e.outcome)) || textsend(e.outcome)
                            || int4send(4) || int4send(e.count)
                            || coalesce(int4send(octet_length(e.request_id)) || textsend(e.request_id), int4send(-1))
                            || coalesce(int4send(octet_length(e.sealed)) || e.sealed, int4send(-1))
                            || coalesce(int4send(16) || uuid_send(e.key_id), int4send(-1))
                            || int4send(8) || xid8send(e.arrived)) AS digest
                          FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id
                        ), chained AS (
                          SELECT 0::bigint AS seq, decode(repeat('00', 32), 'hex') AS hash
                          UNION ALL
                          SELECT d.seq, sha256(convert_to('hotleads.audit.1/core', 'UTF8') || '\\x00' || int8send(d.seq) || c.hash || d.digest)
                          FROM chained c JOIN digests d ON d.seq = c.seq + 1
                        )
                        SELECT encode(hash, 'hex') FROM chained WHERE seq > 0 ORDER BY seq
                        """, (row, n) -> row.getString(1));

        assertThat(computed)
                .isEqualTo(links.stream()
                        .map(link -> HexFormat.of().formatHex(link.hash()))
                        .toList());
    }
}
