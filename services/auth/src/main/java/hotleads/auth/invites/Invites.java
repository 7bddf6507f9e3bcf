package hotleads.auth.invites;

import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.sealing.SealingKeys;
import hotleads.platform.endpoint.Role;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.inuse.SearchKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored invites: one waits for each e-mail, and those that are over keep nothing of the person. */
@Component
class Invites {
    private static final int MOST_SHOWN = 100;
    private static final String SELECT = """
            SELECT i.id, i.email, i.display_name, i.role, i.acuity_calendars, i.person_id, i.created_at, i.expires_at, i.key_id,
              k.wrapped, k.wrapped_by
            FROM invite i JOIN sealing_key k ON k.id = i.key_id
            """;

    private final JdbcClient jdbc;
    private final SealingKeys keys;
    private final KeysInUse inUse;

    Invites(JdbcClient jdbc, SealingKeys keys, KeysInUse inUse) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.inUse = inUse;
    }

    boolean isWaiting(EmailAddress email, Instant now) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM invite WHERE email_digest = ANY (?) AND over_at IS NULL AND expires_at > ?)")
                .params(Accounts.digestsOf(email, inUse.search()), time(now))
                .query(Boolean.class)
                .single();
    }

    /** Stores the invite in the place of any that waits for the same e-mail. */
    void add(Invite invite, LinkSecret token) {
        SearchKeys digests = inUse.holdSearch();
        jdbc.sql("UPDATE invite SET over_at = ?, email = NULL, display_name = NULL, email_digest = NULL"
                        + " WHERE email_digest = ANY (?) AND over_at IS NULL")
                .params(time(invite.createdAt()), Accounts.digestsOf(invite.email(), digests))
                .update();
        jdbc.sql("""
                        INSERT INTO invite
                          (id, token_hash, email_digest, key_id, email, display_name, role, acuity_calendars, person_id,
                           created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        invite.id(),
                        token.hash(),
                        Accounts.digestOf(invite.email(), digests),
                        invite.key().id(),
                        invite.key().seal(invite.email().value(), place("email", invite.id())),
                        invite.key().seal(invite.displayName(), place("display_name", invite.id())),
                        invite.role().word(),
                        invite.acuityCalendars().toArray(Long[]::new),
                        new SqlParameterValue(Types.OTHER, invite.person()),
                        time(invite.createdAt()),
                        time(invite.expiresAt()))
                .update();
    }

    /** The invite this token opens, unless it is over. */
    Optional<Invite> find(LinkSecret token, Instant now) {
        return jdbc.sql("""
                        %s
                        WHERE i.token_hash = ? AND i.over_at IS NULL AND i.expires_at > ?
                        """.formatted(SELECT))
                .params(token.hash(), time(now))
                .query(this::read)
                .optional();
    }

    /** Those that can still be accepted, the newest first. */
    List<Invite> waiting(Instant now) {
        return jdbc.sql(SELECT
                        + "WHERE i.over_at IS NULL AND i.expires_at > ? ORDER BY i.created_at DESC, i.id LIMIT ?")
                .params(time(now), MOST_SHOWN)
                .query(this::read)
                .list();
    }

    Optional<Invite> waiting(UUID id, Instant now) {
        return jdbc.sql(SELECT + "WHERE i.id = ? AND i.over_at IS NULL AND i.expires_at > ?")
                .params(id, time(now))
                .query(this::read)
                .optional();
    }

    /** Uses the invite up; false when another request, or time, was faster. */
    boolean close(Invite invite, Instant now) {
        return jdbc.sql("UPDATE invite SET over_at = :now, email = NULL, display_name = NULL, email_digest = NULL"
                                + " WHERE id = :id AND over_at IS NULL AND expires_at > :now")
                        .param("now", time(now))
                        .param("id", invite.id())
                        .update()
                == 1;
    }

    /** Closes those whose time is over. */
    int closeExpired(Instant now) {
        return jdbc.sql("UPDATE invite SET over_at = :now, email = NULL, display_name = NULL, email_digest = NULL"
                        + " WHERE over_at IS NULL AND expires_at <= :now")
                .param("now", time(now))
                .update();
    }

    private Invite read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        SealingKey key = keys.unwrap(row);
        return new Invite(
                id,
                new EmailAddress(key.openText(row.getBytes("email"), place("email", id))),
                key.openText(row.getBytes("display_name"), place("display_name", id)),
                Role.of(row.getString("role")),
                List.of((Long[]) row.getArray("acuity_calendars").getArray()),
                row.getObject("person_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                key);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Place place(String column, UUID id) {
        return new Place("invite", column, id);
    }
}
