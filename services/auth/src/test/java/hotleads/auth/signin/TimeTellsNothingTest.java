package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import hotleads.platform.timing.TimeLeak;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long an answer takes must not tell who has an account. Here the hash costs nothing, so that nothing hides behind
 * its tens of milliseconds: what is left are the database and the sealed values.
 */
class TimeTellsNothingTest extends RunningAuth {
    private static final int SAMPLES = 1_000;
    private static final int FEW_SAMPLES = 200;
    /** As many are evaluated for an account before it has to wait. */
    private static final int TRIES = 5;
    /** The calls that warm up are as many again. */
    private static final int ACCOUNTS = 2 * SAMPLES / TRIES;

    @Test
    void ofWhetherAnEMailHasAnAccount() {
        List<String> emails = accounts();

        assertThat(TimeLeak.between(this::guess, inTurns(emails), inTurns(strangers()), SAMPLES))
                .isLessThan(TimeLeak.LIMIT);
    }

    @Test
    void ofWhetherAnAccountWasReset() throws SQLException {
        String tony = TestPerson.setUp(gateway(), "admin").id();
        String rob = TestPerson.setUp(gateway(), "admin").id();
        UUID[] others = accountIds();
        List<String> emails = accounts();
        resetAllBut(others, tony, rob);

        assertThat(TimeLeak.between(this::guess, inTurns(emails), inTurns(strangers()), SAMPLES))
                .isLessThan(TimeLeak.LIMIT);
    }

    @Test
    void ofWhetherABrowserThatAsksForAPasskeyIsKnown() {
        TestBrowser known = TestPerson.setUp(gateway(), "admin").browser();
        TestBrowser stranger = gateway().browser();
        stranger.post("/auth/passkey/options", Map.of());

        assertThat(TimeLeak.between(
                        recognisedBy -> assertThat(gateway()
                                        .browser()
                                        .recognisedBy(recognisedBy)
                                        .post("/auth/passkey/options", Map.of())
                                        .status())
                                .isEqualTo(200),
                        known::recognisedBy,
                        stranger::recognisedBy,
                        SAMPLES))
                .isLessThan(TimeLeak.LIMIT);
    }

    @Test
    void wouldTellIfUnknownOnesWereAnsweredBeforeTheyAreLookedAt() {
        String spent = TestPerson.freshEmail();
        IntStream.range(0, TRIES).forEach(i -> guess(spent));

        assertThat(TimeLeak.between(
                        email -> anyBrowser().signIn(email, "a guess at a password"),
                        () -> spent,
                        TestPerson::freshEmail,
                        FEW_SAMPLES))
                .isGreaterThan(TimeLeak.LIMIT);
    }

    private void guess(String email) {
        Answer answer = anyBrowser().signIn(email, "a guess at a password");
        assertThat(answer.outcome()).isEqualTo("401 wrong-sign-in");
    }

    /** Each from elsewhere: who tries too often is not heard at all. */
    private TestBrowser anyBrowser() {
        return gateway().browserAt(UUID.randomUUID().toString());
    }

    private List<String> accounts() {
        return Stream.generate(TestPerson::freshEmail)
                .limit(ACCOUNTS)
                .peek(email -> TestPerson.accept(gateway().invite(email, "Someone", "practitioner"), anyBrowser()))
                .toList();
    }

    private static List<String> strangers() {
        return Stream.generate(TestPerson::freshEmail).limit(ACCOUNTS).toList();
    }

    private static Supplier<String> inTurns(List<String> emails) {
        Iterator<String> endless =
                Stream.generate(() -> emails).flatMap(List::stream).iterator();
        return endless::next;
    }

    private static UUID[] accountIds() throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var query = connection.createStatement();
                var rows = query.executeQuery("SELECT array_agg(id) FROM account")) {
            rows.next();
            return (UUID[]) rows.getArray(1).getArray();
        }
    }

    /** As two administrators leave accounts whose second step they reset. */
    private static void resetAllBut(UUID[] others, String askedBy, String approvedBy) throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var insert = connection.prepareStatement("""
                        INSERT INTO factor_reset (id, account_id, asked_by, asked_at, expires_at, reason, identity_check,
                          state, decided_by, decided_at, token_hash, link_expires_at)
                        SELECT gen_random_uuid(), a.id, ?::uuid, now(), now(), 'x', 'x', 'done', ?::uuid, now(),
                          sha256(a.id::text::bytea), now() + interval '1 day'
                        FROM account a WHERE a.id <> ALL (?)
                        """)) {
            insert.setString(1, askedBy);
            insert.setString(2, approvedBy);
            insert.setArray(3, connection.createArrayOf("uuid", others));
            assertThat(insert.executeUpdate()).isEqualTo(ACCOUNTS);
        }
    }
}
