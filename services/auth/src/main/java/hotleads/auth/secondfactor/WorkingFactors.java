package hotleads.auth.secondfactor;

import hotleads.auth.accounts.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The factors that sign in, of whatever kind, as people are shown them. */
@Component
public class WorkingFactors {
    private final JdbcClient jdbc;

    WorkingFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account's, the oldest first. */
    public List<FactorShown> of(AccountId account) {
        return jdbc.sql(
                        "SELECT kind, added_at, last_used_at FROM working_factor WHERE account_id = ? ORDER BY added_at")
                .param(account.value())
                .query(WorkingFactors::read)
                .list();
    }

    private static FactorShown read(ResultSet row, int number) throws SQLException {
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new FactorShown(
                row.getString("kind"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    /** @param kind {@code app} or {@code passkey} */
    public record FactorShown(
            String kind, Instant addedAt, @Nullable Instant lastUsedAt) {}
}
