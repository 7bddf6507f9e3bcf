package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.RunningAuth;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import hotleads.auth.TestPhone;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.secondfactor.RecoveryCode;
import hotleads.auth.sessions.Device;
import hotleads.auth.sessions.SessionSecret;
import hotleads.auth.sessions.SignedInSessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.ClientAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Steps in any order, by people who know everything and by people who do not: none gets in with one factor. */
class RandomWalksTest extends RunningAuth {
    private static final int WALKS = 1_000;
    private static final int STEPS = 8;
    private static final long SEED = 20261122;

    private final Random random = new Random(SEED);

    private final ProvePassword provePassword;
    private final ProveSecondFactor proveSecondFactor;
    private final UseRecoveryCode useRecoveryCode;
    private final SetUp setUp;
    private final SignedInSessions signedIn;

    RandomWalksTest(
            @Autowired ProvePassword provePassword,
            @Autowired ProveSecondFactor proveSecondFactor,
            @Autowired UseRecoveryCode useRecoveryCode,
            @Autowired SetUp setUp,
            @Autowired SignedInSessions signedIn) {
        this.provePassword = provePassword;
        this.proveSecondFactor = proveSecondFactor;
        this.useRecoveryCode = useRecoveryCode;
        this.setUp = setUp;
        this.signedIn = signedIn;
    }

    @Test
    void neverEndSignedInWithoutBothFactors() throws Exception {
        int gotIn = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            Walker walker = new Walker(walk);
            for (int step = 0; step < STEPS; step++) {
                walker.step(random.nextInt(9));
                boolean in = walker.isSignedIn();
                assertThat(in)
                        .as("seed %d, walk %d, steps %s", SEED, walk, walker.way)
                        .isEqualTo(walker.proved == 2);
                assertThat(in && walker.knows != Knowledge.EVERYTHING)
                        .as("seed %d, walk %d, %s, steps %s", SEED, walk, walker.knows, walker.way)
                        .isFalse();
                gotIn += in ? 1 : 0;
            }
        }
        assertThat(gotIn).as("honest people get in, or nothing was tried").isGreaterThan(WALKS / 20);
        assertThat(signedInByOneFactor()).isZero();
    }

    private static int signedInByOneFactor() throws Exception {
        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT count(*) FROM session s WHERE state = 'signed-in' AND (second_factor_at IS NULL
                          OR NOT EXISTS (SELECT 1 FROM totp_factor f
                                         WHERE f.account_id = s.account_id AND f.active_at IS NOT NULL))
                        """)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private enum Knowledge {
        EVERYTHING,
        PASSWORD,
        CODES_ALONE
    }

    /** One browser; it has an own account for each walk, set up already in one of four. */
    private final class Walker {
        private final Knowledge knows;
        private final List<Integer> way = new ArrayList<>();
        private final boolean wasSetUp;
        private final String email;
        private final TestPhone realPhone;
        private @Nullable SessionSecret secret;
        private @Nullable TestPhone ownPhone;
        private List<RecoveryCode> ownCodes = List.of();
        private List<String> paper;

        /** 1: the password was right; 2: both factors were proved and the set-up is finished. */
        private int proved;

        private Walker(int walk) {
            this.wasSetUp = walk % 4 == 0;
            // Until the first set-up, whoever has the password is the person; afterwards others may have one part.
            this.knows = wasSetUp ? Knowledge.values()[random.nextInt(3)] : Knowledge.EVERYTHING;
            if (wasSetUp) {
                TestPerson person = TestPerson.setUp(gateway(), "practitioner");
                this.email = person.email();
                this.realPhone = person.phone();
                this.paper = new ArrayList<>(person.recoveryCodes());
                clock.forward(Duration.ofSeconds(60));
            } else {
                this.email = TestPerson.freshEmail();
                this.realPhone = new TestPhone("AAAAAAAAAAAAAAAA", clock);
                this.paper = new ArrayList<>(List.of("0000-0000-0000-0000"));
                TestPerson.accept(
                        gateway().invite(email, "Someone", "client"), gateway().browser());
            }
        }

        private void step(int which) {
            way.add(which);
            switch (which) {
                case 0, 1 ->
                    after(provePassword.prove(
                            EmailAddress.asTyped(email),
                            knows == Knowledge.CODES_ALONE ? "a guess" : TestPerson.PASSWORD,
                            visit()));
                case 2, 3 -> {
                    clock.forward(Duration.ofSeconds(30));
                    after(proveSecondFactor.prove(code(), visit()));
                }
                case 4 ->
                    after(useRecoveryCode.use(
                            knows == Knowledge.PASSWORD ? "0000-0000-0000-0000" : paper.getFirst(), visit()));
                case 5 -> start();
                case 6 -> confirm();
                case 7 ->
                    after(setUp.finish(
                            4, ownCodes.isEmpty() ? "0" : ownCodes.get(3).code(), visit()));
                default -> forget();
            }
        }

        private void start() {
            if (setUp.start(visit()) instanceof Step.Taken<SetUp.NewKey>(var next, SetUp.NewKey key)) {
                ownPhone = new TestPhone(key.factor().secretText(), clock);
                ownCodes = List.of();
            }
        }

        private void confirm() {
            clock.forward(Duration.ofSeconds(30));
            if (setUp.prove(code(), visit()) instanceof Step.Taken<List<RecoveryCode>>(var next, var codes)) {
                secret = next.orElse(secret);
                ownCodes = codes;
            }
        }

        private void forget() {
            secret = null;
            proved = 0;
        }

        private String code() {
            if (ownPhone != null) {
                return ownPhone.code();
            }
            return knows == Knowledge.PASSWORD ? realPhone.wrongCode() : realPhone.code();
        }

        private void after(Step<Stage> step) {
            if (step instanceof Step.Taken<Stage>(var next, Stage state)) {
                secret = next.orElse(secret);
                proved = state == Stage.SIGNED_IN ? 2 : 1;
            }
        }

        private boolean isSignedIn() {
            return secret != null && signedIn.use(secret).isPresent();
        }

        private Visit visit() {
            return new Visit(secret, new ClientAddress(email), new Device("", ""));
        }
    }
}
