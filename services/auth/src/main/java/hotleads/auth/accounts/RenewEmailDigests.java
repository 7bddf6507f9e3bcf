package hotleads.auth.accounts;

import hotleads.auth.sealing.SealingKeys;
import hotleads.vault.CannotOpen;
import hotleads.vault.Place;
import hotleads.vault.Purpose;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.inuse.Renewal;
import hotleads.vault.inuse.SearchKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The digests that accounts, or invites that wait, are found by, under the search key in force. */
class RenewEmailDigests implements Renewal {
    private static final int AT_ONCE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final String table;
    private final JdbcClient jdbc;
    private final SealingKeys sealing;
    private final KeysInUse keys;

    /** @param table {@code account} or {@code invite} */
    RenewEmailDigests(String table, JdbcClient jdbc, SealingKeys sealing, KeysInUse keys) {
        this.table = table;
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.keys = keys;
    }

    @Override
    public Purpose purpose() {
        return Purpose.SEARCH;
    }

    @Override
    public long rows() {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE email_digest IS NOT NULL")
                .query(Long.class)
                .single();
    }

    @Override
    public Batch renewAfter(@Nullable String mark) {
        SearchKeys held = keys.holdSearch();
        List<Row> rows = jdbc.sql("""
                        SELECT t.id, t.email, t.key_id, k.wrapped, k.wrapped_by
                        FROM %s t JOIN sealing_key k ON k.id = t.key_id
                        WHERE t.id > ? AND t.email_digest IS NOT NULL ORDER BY t.id LIMIT ?
                        """.formatted(table))
                .params(mark == null ? FIRST : UUID.fromString(mark), AT_ONCE)
                .query(this::read)
                .list();
        // An invite that was over meanwhile keeps no digest.
        rows.forEach(row -> row.email.ifPresent(
                email -> jdbc.sql("UPDATE " + table + " SET email_digest = ? WHERE id = ? AND email_digest IS NOT NULL")
                        .params(Accounts.digestOf(email, held), row.id)
                        .update()));
        return new Batch(
                rows.size(),
                Math.toIntExact(rows.stream().filter(row -> row.email.isEmpty()).count()),
                rows.size() < AT_ONCE ? null : rows.getLast().id.toString());
    }

    private Row read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        try {
            String email = sealing.unwrap(row).openText(row.getBytes("email"), new Place(table, "email", id));
            return new Row(id, Optional.of(new EmailAddress(email)));
        } catch (CannotOpen altered) {
            // One that was altered must not keep the others under the old key.
            return new Row(id, Optional.empty());
        }
    }

    private record Row(UUID id, Optional<EmailAddress> email) {}
}
