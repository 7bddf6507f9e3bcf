package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.RunningAuth;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestDevice;
import hotleads.auth.TestPerson;
import hotleads.auth.passwords.PasswordHashing;
import hotleads.auth.passwords.PasswordPolicy;
import hotleads.auth.sealing.SealingKeys;
import hotleads.auth.sessions.SignedInSessions;
import hotleads.vault.inuse.KeysInUse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nobody gets in without two factors, whatever steps are taken in whatever order: {@link RandomWalks} over the real
 * thing, and many more over stores in memory, which answer alike.
 *
 * <p>{@code -Dwalks=100000} takes as many in memory as the security target names.
 */
class RandomWalksTest extends RunningAuth {
    private static final int WALKS = 100;
    private static final int WALKS_IN_MEMORY = Integer.getInteger("walks", 3_000);
    private static final long SEED = Long.getLong("seed", 20261126);

    private final RandomWalks.Steps steps;
    private final PasswordHashing passwords;
    private final PasswordPolicy policy;
    private final SealingKeys keys;
    private final KeysInUse inUse;

    RandomWalksTest(
            @Autowired ProvePassword password,
            @Autowired ProveSecondFactor code,
            @Autowired UseRecoveryCode recovery,
            @Autowired SignInByPasskey passkey,
            @Autowired SetUpApp setUpApp,
            @Autowired SetUpPasskey setUpPasskey,
            @Autowired FinishSetUp finish,
            @Autowired AddFactor add,
            @Autowired OwnFactors own,
            @Autowired ChangePassword changePassword,
            @Autowired SignOut signOut,
            @Autowired LookUpSession lookUp,
            @Autowired SignedInSessions signedIn,
            @Autowired PasswordHashing passwords,
            @Autowired PasswordPolicy policy,
            @Autowired SealingKeys keys,
            @Autowired KeysInUse inUse) {
        this.steps = new RandomWalks.Steps(
                password,
                code,
                recovery,
                passkey,
                setUpApp,
                setUpPasskey,
                finish,
                add,
                own,
                changePassword,
                signOut,
                lookUp,
                signedIn);
        this.passwords = passwords;
        this.policy = policy;
        this.keys = keys;
        this.inUse = inUse;
    }

    @Test
    void neverEndSignedInWithoutTwoFactors() throws Exception {
        RandomWalks walks = new RandomWalks(new TheRealThing(), clock, SEED);

        walks.take(WALKS);

        assertThat(signedInByOneFactor()).isZero();
        RandomWalks alike = inMemory();
        alike.take(WALKS);
        assertThat(alike.taken())
                .as("the stores in memory answer as the real ones do")
                .isEqualTo(walks.taken());
    }

    @Test
    void neverEndSignedInWithoutTwoFactorsHoweverManyThereAre() {
        inMemory().take(WALKS_IN_MEMORY);
    }

    private RandomWalks inMemory() {
        return new RandomWalks(new StepsInMemory(passwords, policy, keys, inUse, clock), clock, SEED);
    }

    private static int signedInByOneFactor() throws SQLException {
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT count(*) FROM session s WHERE state = 'signed-in' AND (second_factor_at IS NULL
                          OR (password_at IS NULL AND passkey_at IS NULL)
                          OR NOT EXISTS (SELECT 1 FROM factor f
                                         WHERE f.account_id = s.account_id AND f.active_at IS NOT NULL))
                        """)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private final class TheRealThing implements RandomWalks.Ground {
        @Override
        public RandomWalks.Steps steps(String email, String password) {
            TestPerson.accept(
                    gateway().invite(email, "Someone", "client"), gateway().browser());
            return steps;
        }

        @Override
        public TestDevice device() {
            return new TestDevice();
        }

        @Override
        public void forgetTries() {
            try (Connection connection = TestDatabase.asSuperuser();
                    Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM tries");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
