package hotleads.auth.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import hotleads.auth.sealing.SealingKeys;
import hotleads.auth.trail.Trail;
import hotleads.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored signing keys, their private parts sealed. */
@Component
class StoredKeys {
    private static final SealingKeys.Purpose PURPOSE = SealingKeys.Purpose.SIGNING;

    private final JdbcClient jdbc;
    private final SealingKeys keys;
    private final Trail trail;

    StoredKeys(JdbcClient jdbc, SealingKeys keys, Trail trail) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.trail = trail;
    }

    /** Lets only one instance at a time make or remove keys, until the transaction ends. */
    void hold() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('auth.signing_key'))")
                .query((row, n) -> "held")
                .single();
    }

    /** Without those that do not open: another is made in time for each that is missing. */
    KeyRing ring() {
        return new KeyRing(
                jdbc
                        .sql("SELECT kid, private_part, signs_from FROM signing_key")
                        .query((row, number) -> read(row))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    void add(ECKey key, Instant signsFrom) {
        var sealing = keys.own(PURPOSE);
        jdbc.sql("""
                        INSERT INTO signing_key (kid, private_part, key_id, signs_from) VALUES (?, ?, ?, ?)
                        """)
                .params(
                        key.getKeyID(),
                        sealing.seal(key.toJSONString(), place(key.getKeyID())),
                        sealing.id(),
                        signsFrom.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(SigningKey key) {
        jdbc.sql("DELETE FROM signing_key WHERE kid = ?").param(key.kid()).update();
    }

    private Optional<SigningKey> read(ResultSet row) throws SQLException {
        String kid = row.getString("kid");
        byte[] sealed = row.getBytes("private_part");
        Instant signsFrom = row.getObject("signs_from", OffsetDateTime.class).toInstant();
        return trail.opened(() -> Optional.of(keys.own(PURPOSE).openText(sealed, place(kid))))
                .map(text -> parsed(kid, text, signsFrom));
    }

    private static SigningKey parsed(String kid, String text, Instant signsFrom) {
        try {
            return new SigningKey(ECKey.parse(text), signsFrom);
        } catch (ParseException | JOSEException unusable) {
            // The cause is left out: a parser's message could quote the key.
            throw new IllegalStateException("Signing key " + kid + " cannot be read");
        }
    }

    private static Place place(String kid) {
        return new Place("signing_key", "private_part", kid);
    }
}
