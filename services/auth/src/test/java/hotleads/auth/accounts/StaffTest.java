package hotleads.auth.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestPerson;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StaffTest extends RunningAuth {

    @Test
    void areNamedToAdministratorsAlone() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        TestPerson client = TestPerson.setUp(gateway(), "client");

        Answer staff = gateway().get("/auth/admin/staff", tokenOf(admin));

        assertThat(staff.status()).isEqualTo(200);
        assertThat(staff.json()
                        .path("staff")
                        .valueStream()
                        .filter(one -> one.path("you").asBoolean()))
                .hasSize(1);
        assertThat(staff.body()).doesNotContain(idOf(client));
        for (TestPerson other : List.of(client, TestPerson.setUp(gateway(), "practitioner"))) {
            assertThat(gateway().get("/auth/admin/staff", tokenOf(other)).outcome())
                    .isEqualTo("403 not-allowed");
        }
    }

    @Test
    void haveARoleThatCoreMayAskFor() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        String token = gateway().token("core", "auth", "account.read");

        assertThat(gateway()
                        .get("/internal/accounts/" + idOf(admin) + "/role", token)
                        .body())
                .isEqualTo("{\"role\":\"admin\"}");
        assertThat(gateway()
                        .get("/internal/accounts/" + UUID.randomUUID() + "/role", token)
                        .outcome())
                .isEqualTo("404 not-found");
    }

    private String tokenOf(TestPerson person) {
        return gateway().exchange(person.browser().session(), "auth").text("access_token");
    }

    private static String idOf(TestPerson person) {
        return person.browser()
                .get("/auth/session")
                .json()
                .path("account")
                .path("id")
                .asString();
    }
}
