package hotleads.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What core gets of somebody's account for an export of their record: all of it, and nothing that signs in. */
class HeldTest extends RunningAuth {
    private static final String PATH = "/internal/accounts/held?people=";

    private static final Set<String> TOLD = Set.of(
            "account.display_name",
            "account.email",
            "audit_entry.sealed",
            "factor.name",
            "factor_reset.identity_check",
            "factor_reset.reason",
            "invite.display_name",
            "invite.email",
            "session.address",
            "session.device");

    /** Sealed columns that are not told, each with why. */
    private static final Map<String, String> NOT_TOLD = Map.of(
            "account.password", "a secret",
            "account.google_address", "a practitioner's, who is no client",
            "account.zoom_host", "a practitioner's, who is no client",
            "break_glass_card.hash", "the practice's own secret",
            "signing_key.private_part", "a program's own secret",
            "totp_factor.secret", "a secret");

    @Test
    void everySealedColumnIsToldOrSaysWhyNot() {
        Set<String> all = new TreeSet<>(TOLD);
        all.addAll(NOT_TOLD.keySet());

        assertThat(all).isEqualTo(new TreeSet<>(SealedColumnsTest.SEALED.keySet()));
    }

    @Test
    void tellsOfAnAccountWhatItIsKnownByAndItsSessionsAndWhatWasDone() {
        UUID person = UUID.randomUUID();
        String email = TestPerson.freshEmail();
        TestPerson client = TestPerson.setUp(
                gateway().inviteClient(person, email, "Planted Client"),
                email,
                gateway(),
                gateway().browser());
        TestPerson other = TestPerson.setUp(gateway(), "admin");
        String reset = UUID.randomUUID().toString();
        gateway()
                .post(
                        "/auth/admin/people/" + client.id() + "/resets",
                        Map.of("reason", "Planted reason " + reset, "identityCheck", "Planted check " + reset),
                        other.token(gateway()));

        String held = held(person);

        assertThat(held)
                .contains(email, "Planted Client", "\"kind\":\"app\"", "sign-in", "\"by\":\"self\"", "\"address\":\"")
                .contains("Planted reason " + reset, "Planted check " + reset, "A reset of your sign-in was asked for")
                .doesNotContain(
                        other.email(),
                        client.password(),
                        "argon2",
                        client.recoveryCodes().getFirst());
    }

    @Test
    void tellsOfAnInviteThatWaitsAndOfNobodyElse() {
        UUID person = UUID.randomUUID();
        gateway().inviteClient(person, "planted-waits@practice.test", "Planted Waiting");

        assertThat(held(person)).contains("planted-waits@practice.test", "Planted Waiting");
        assertThat(held(UUID.randomUUID())).isEqualTo("{\"accounts\":[],\"invites\":[]}");
    }

    @Test
    void isForCoreAlone() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        String path = PATH + UUID.randomUUID();

        assertThat(gateway().get(path, admin.token(gateway())).outcome()).isEqualTo("403 not-allowed");
        assertThat(gateway()
                        .get(path, gateway().token("core", "auth", "audit.read"))
                        .outcome())
                .isEqualTo("403 not-allowed");
    }

    private String held(UUID person) {
        return gateway()
                .get(PATH + person, gateway().token("core", "auth", "account.export"))
                .body();
    }
}
