package hotleads.auth.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import hotleads.auth.sealing.SealingKeys;
import hotleads.vault.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored signing keys, their private parts sealed. */
@Component
class StoredKeys {
    private static final SealingKeys.Purpose PURPOSE = SealingKeys.Purpose.SIGNING;

    private final JdbcClient jdbc;
    private final SealingKeys keys;

    StoredKeys(JdbcClient jdbc, SealingKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Lets only one instance at a time make or remove keys, until the transaction ends. */
    void hold() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('auth.signing_key'))")
                .query((row, n) -> "held")
                .single();
    }

    KeyRing ring() {
        return new KeyRing(jdbc.sql("SELECT kid, private_part, signs_from FROM signing_key")
                .query(this::read)
                .list());
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

    private SigningKey read(ResultSet row, int number) throws SQLException {
        String kid = row.getString("kid");
        try {
            return new SigningKey(
                    ECKey.parse(keys.own(PURPOSE).openText(row.getBytes("private_part"), place(kid))),
                    row.getObject("signs_from", OffsetDateTime.class).toInstant());
        } catch (ParseException | JOSEException unusable) {
            // The cause is left out: a parser's message could quote the key.
            throw new IllegalStateException("Signing key " + kid + " cannot be read");
        }
    }

    private static Place place(String kid) {
        return new Place("signing_key", "private_part", kid);
    }
}
