package hotleads.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.auth.sealing.SealingKeys;
import hotleads.vault.CannotOpen;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Column by column: what could hold a person's data is sealed, or stands here with the reason why it cannot. */
class SealedColumnsTest extends RunningAuth {
    private static final String OWN_KEY = "FROM %s t";
    private static final String KEY_OF_ACCOUNT =
            "FROM (SELECT f.*, a.key_id FROM %s f JOIN account a ON a.id = f.account_id) t";

    private static final String KEY_OF_FACTORS_ACCOUNT = "FROM (SELECT t.*, a.key_id FROM %s t JOIN factor f USING (id)"
            + " JOIN account a ON a.id = f.account_id) t";

    private static final String PROGRAMS_OWN =
            "FROM (SELECT c.*, k.id AS key_id FROM %s c, sealing_key k WHERE k.kind = 'card') t";

    /** Each sealed column, with the one that names its row and where the key's id stands. */
    static final Map<String, Sealed> SEALED = Map.ofEntries(
            Map.entry("account.display_name", new Sealed("id", OWN_KEY)),
            Map.entry("account.email", new Sealed("id", OWN_KEY)),
            Map.entry("account.password", new Sealed("id", OWN_KEY)),
            Map.entry("audit_entry.sealed", new Sealed("id", OWN_KEY)),
            Map.entry("account.google_address", new Sealed("id", OWN_KEY)),
            Map.entry("account.zoom_host", new Sealed("id", OWN_KEY)),
            Map.entry("break_glass_card.hash", new Sealed("id", PROGRAMS_OWN)),
            Map.entry("factor.name", new Sealed("id", KEY_OF_ACCOUNT)),
            Map.entry("factor_reset.identity_check", new Sealed("id", KEY_OF_ACCOUNT)),
            Map.entry("factor_reset.reason", new Sealed("id", KEY_OF_ACCOUNT)),
            Map.entry("invite.display_name", new Sealed("id", OWN_KEY)),
            Map.entry("invite.email", new Sealed("id", OWN_KEY)),
            Map.entry("session.address", new Sealed("sid", KEY_OF_ACCOUNT)),
            Map.entry("session.device", new Sealed("sid", KEY_OF_ACCOUNT)),
            Map.entry("signing_key.private_part", new Sealed("kid", OWN_KEY)),
            Map.entry("totp_factor.secret", new Sealed("id", KEY_OF_FACTORS_ACCOUNT)));

    private static final String WORD = "one of our own words";
    private static final String DIGEST = "a keyed digest: without the key file nothing can be tried against it";
    private static final String RANDOM = "of 256 random bits, which nobody guesses";
    private static final String CHAIN = "a hash over rows whose words are sealed";

    private static final Map<String, String> HARMLESS = Map.ofEntries(
            Map.entry("account.acuity_calendars", "ids"),
            Map.entry("account.email_digest", DIGEST),
            Map.entry("account.role", WORD),
            Map.entry("audit_anchor.hash", CHAIN),
            Map.entry("audit_anchor.key", "a public key"),
            Map.entry("audit_anchor.signature", "a signature over a hash"),
            Map.entry("audit_entry.act", WORD),
            Map.entry("audit_entry.actor", "an account's id, or the name of a program or job"),
            Map.entry("audit_entry.actor_kind", WORD),
            Map.entry("audit_entry.outcome", WORD),
            Map.entry("audit_entry.request_id", "made by us: what strangers send in its place is thrown away"),
            Map.entry("audit_entry.role", WORD),
            Map.entry("audit_entry.subject", "ids and our own words"),
            Map.entry("audit_entry.subject_kind", WORD),
            Map.entry("audit_link.hash", CHAIN),
            Map.entry("factor.kind", WORD),
            Map.entry("factor_reset.state", WORD),
            Map.entry("factor_reset.token_hash", RANDOM),
            Map.entry("invite.acuity_calendars", "ids"),
            Map.entry("invite.email_digest", DIGEST),
            Map.entry("invite.role", WORD),
            Map.entry("invite.token_hash", RANDOM),
            Map.entry("key_rotation.mark", "an id"),
            Map.entry("key_rotation.purpose", WORD),
            Map.entry("key_set.data_key", "a key that AWS KMS alone opens"),
            Map.entry("key_set.kms_key", "the name of a key"),
            Map.entry("key_set.sealed", "keys, sealed under the data key beside them"),
            Map.entry("known_browser.hash", RANDOM),
            Map.entry("notice.counts", "numbers of what waits, about nobody"),
            Map.entry("notice.kind", WORD),
            Map.entry("passkey.credential", "a public key, an id and a device's model"),
            Map.entry("passkey.credential_id", "an id that the device made up"),
            Map.entry("passkey.transports", WORD),
            Map.entry("passkey_challenge.bound_to", "an id, or a hash of random bits"),
            Map.entry("passkey_challenge.hash", RANDOM),
            Map.entry("passkey_challenge.purpose", WORD),
            Map.entry("passkey_user.handle", "random bits"),
            Map.entry("practice_key.purpose", WORD),
            Map.entry("practice_key.state", WORD),
            Map.entry("recovery_code.digest", DIGEST),
            Map.entry("sealing_key.kind", WORD),
            Map.entry("sealing_key.wrapped", "a key, itself sealed under the key file's"),
            Map.entry("session.id_hash", RANDOM),
            Map.entry("session.state", WORD),
            Map.entry("signing_key.kid", "an id"),
            Map.entry("spent_assertion.digest", "of a signed message of one of our programs"),
            Map.entry("tries.limit_name", WORD),
            Map.entry("tries.subject", DIGEST),
            Map.entry("working_factor.kind", WORD));

    private final SealingKeys keys;

    SealedColumnsTest(@Autowired SealingKeys keys) {
        this.keys = keys;
    }

    private record Sealed(String row, String from) {}

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Value(UUID key, String row, byte[] sealed) {}

    @Test
    void everyColumnThatCouldHoldAPersonsDataIsSealedOrSaysWhyItCannot() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT table_name || '.' || column_name FROM information_schema.columns
                        WHERE table_schema = 'auth' AND table_name <> 'flyway_schema_history'
                          AND data_type NOT IN ('uuid', 'bigint', 'integer', 'smallint', 'boolean', 'date',
                                                'timestamp with time zone', 'xid8')
                        """)) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }

        assertThat(columns)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(SEALED.keySet().stream(), HARMLESS.keySet().stream())
                        .toList());
    }

    @Test
    void whatCountsAsSealedOpensInItsPlaceAndInNoOther() throws SQLException {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        gateway().invite(TestPerson.freshEmail(), "Someone Invited", "client");
        TestPerson client = TestPerson.setUpWithPasskey(gateway(), "client", new TestDevice());
        gateway()
                .post(
                        "/auth/admin/people/"
                                + TestPerson.setUp(gateway(), "practitioner").id() + "/practice",
                        Map.of(
                                "acuityCalendars", List.of(7L),
                                "googleAddress", "dana@google.example",
                                "zoomHost", "dana@zoom.example"),
                        admin.token(gateway()));
        Map<String, String> why = Map.of("reason", "Their phone is gone", "identityCheck", "We met");
        gateway().post("/auth/admin/people/" + client.id() + "/resets", why, admin.token(gateway()));
        gateway().post("/auth/admin/card", Map.of(), admin.token(gateway()));
        for (Map.Entry<String, Sealed> sealed : SEALED.entrySet()) {
            String column = sealed.getKey();
            List<Value> values = values(column, sealed.getValue());
            assertThat(values).as(column).isNotEmpty();
            for (Value value : values) {
                SealingKey key = keys.find(value.key).orElseThrow();

                assertThat(key.open(value.sealed, place(column, value.row))).isNotEmpty();
                assertThatThrownBy(() -> key.open(value.sealed, place(column + "s", value.row)))
                        .isInstanceOf(CannotOpen.class);
            }
        }
    }

    private static List<Value> values(String column, Sealed sealed) throws SQLException {
        String[] parts = column.split("\\.", 2);
        List<Value> values = new ArrayList<>();
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT t.key_id, t." + sealed.row + "::text, t." + parts[1]
                        + " " + sealed.from.formatted(parts[0]) + " WHERE t." + parts[1] + " IS NOT NULL LIMIT 100")) {
            while (row.next()) {
                values.add(new Value(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3)));
            }
        }
        return values;
    }

    private static Place place(String column, String row) {
        String[] parts = column.split("\\.", 2);
        return new Place(parts[0], parts[1], row);
    }
}
