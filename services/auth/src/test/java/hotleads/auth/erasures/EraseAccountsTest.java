package hotleads.auth.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestPerson;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The account of somebody erased is gone with all that signs in to it, and nobody else's. */
class EraseAccountsTest extends RunningAuth {
    private final UUID person = UUID.randomUUID();
    private final String email = TestPerson.freshEmail();
    private final JdbcClient jdbc;

    EraseAccountsTest(@Autowired JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void nothingOfItIsLeftAndItsSessionEndsAtOnce() {
        TestPerson client = client();
        TestPerson other = TestPerson.setUp(gateway(), "client");
        assertThat(holdings()).contains("\"accounts\":1").contains("\"factors\":1");
        UUID account = UUID.fromString(client.id());

        assertThat(erase().status()).isEqualTo(204);

        assertThat(holdings()).isEqualTo("{\"accounts\":0,\"sessions\":0,\"factors\":0,\"invites\":0}");
        for (String table : List.of("session", "factor", "recovery_list", "known_browser", "notice")) {
            assertThat(rows(table, account)).as(table).isZero();
        }
        assertThat(gateway().exchange(client.browser().session(), "core").status())
                .isEqualTo(400);
        assertThat(gateway().exchange(other.browser().session(), "core").status())
                .isEqualTo(200);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE act = 'account.erased' AND subject = ?")
                        .param(account.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void itsKeyIsDestroyed() {
        client();
        UUID key = jdbc.sql("SELECT key_id FROM account WHERE person_id = ?")
                .param(person)
                .query(UUID.class)
                .single();

        erase();

        assertThat(jdbc.sql("SELECT count(*) FROM sealing_key WHERE id = ?")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anInviteThatWaitsOpensNothingAnyMore() {
        Answer invited = gateway().inviteClient(person, email, "Someone");

        erase();

        assertThat(TestPerson.accept(invited, gateway().browser()).outcome()).isEqualTo("410 invite-over");
    }

    @Test
    void doneTwiceItDoesNothingMore() {
        client();
        erase();
        long entries = entries();

        assertThat(erase().status()).isEqualTo(204);

        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void theSameAddressMayBeInvitedAsANewPerson() {
        client();
        erase();

        assertThat(gateway().inviteClient(UUID.randomUUID(), email, "Someone").status())
                .isEqualTo(201);
    }

    @Test
    void isForCoreAlone() {
        assertThat(gateway()
                        .post("/internal/people/erase", body(), gateway().token("core", "auth", "account.invite"))
                        .status())
                .isEqualTo(403);
    }

    private TestPerson client() {
        return TestPerson.setUp(
                gateway().inviteClient(person, email, "Someone"),
                email,
                gateway(),
                gateway().browser());
    }

    private Map<String, ?> body() {
        return Map.of("erasure", UUID.randomUUID(), "people", List.of(person));
    }

    private Answer erase() {
        return gateway().post("/internal/people/erase", body(), token());
    }

    private String holdings() {
        return gateway().get("/internal/people/holdings?ids=" + person, token()).body();
    }

    private String token() {
        return gateway().token("core", "auth", "account.erase");
    }

    private long rows(String table, UUID account) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE account_id = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private long entries() {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE act = 'account.erased'")
                .query(Long.class)
                .single();
    }
}
