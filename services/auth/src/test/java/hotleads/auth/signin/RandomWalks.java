package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.TestDevice;
import hotleads.auth.TestPerson;
import hotleads.auth.TestPhone;
import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.knownbrowsers.BrowserSecret;
import hotleads.auth.passkeys.NewPasskey;
import hotleads.auth.passkeys.PasskeyAnswer;
import hotleads.auth.passkeys.PasskeyRequest;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.RecoveryCode;
import hotleads.auth.sessions.Device;
import hotleads.auth.sessions.SessionSecret;
import hotleads.auth.sessions.SignedInSessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.ClientAddress;
import hotleads.platform.time.HandClock;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two browsers take steps of every kind in any order, with right and wrong things in hand: neither ever gets in without
 * two factors. What each has proved is kept beside the product, from what is true of the account and what was answered.
 */
final class RandomWalks {
    private static final int STEPS = 14;
    private static final int WALKS_AN_ACCOUNT = 3;
    private static final JsonMapper JSON = new JsonMapper();

    private final Ground ground;
    private final HandClock clock;
    private final long seed;
    private final Random random;
    private final Map<Act, Integer> taken = new EnumMap<>(Act.class);
    private int devicesMade;
    private int passwordsMade;

    RandomWalks(Ground ground, HandClock clock, long seed) {
        this.ground = ground;
        this.clock = clock;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** The product's steps, on what they stand. */
    record Steps(
            ProvePassword password,
            ProveSecondFactor code,
            UseRecoveryCode recovery,
            SignInByPasskey passkey,
            SetUpApp setUpApp,
            SetUpPasskey setUpPasskey,
            FinishSetUp finish,
            AddFactor add,
            OwnFactors own,
            ChangePassword changePassword,
            SignOut signOut,
            LookUpSession lookUp,
            SignedInSessions signedIn) {}

    /** Where the walks take place. */
    interface Ground {
        /** The steps, for an account that was just made. */
        Steps steps(String email, String password);

        TestDevice device();

        /** Each walk may meet every lock, and none the lock of the walk before. */
        void forgetTries();
    }

    /** Takes the walks; fails at the first that ends where it must not. */
    void take(int walks) {
        int gotIn = 0;
        World world = new World();
        for (int walk = 0; walk < walks; walk++) {
            if (walk % WALKS_AN_ACCOUNT == 0) {
                world = new World();
            }
            ground.forgetTries();
            clock.forward(Duration.ofSeconds(60));
            List<Walker> walkers = List.of(new Walker(world), new Walker(world));
            List<String> way = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                int who = random.nextInt(walkers.size());
                // Half of the steps lead somewhere, or hardly anybody would ever arrive.
                Act act = random.nextBoolean() ? walkers.get(who).sensible() : Act.ALL[random.nextInt(Act.ALL.length)];
                way.add(who + " " + act);
                walkers.get(who).take(act);
                for (Walker walker : walkers) {
                    boolean in = walker.isSignedIn();
                    if (in && !walker.hasProvedBoth()) {
                        throw new AssertionError(
                                "in by %s: seed %d, walk %d, steps %s".formatted(walker.proofs, seed, walk, way));
                    }
                    gotIn += in ? 1 : 0;
                }
                if (walkers.get(who).isSignedInByAnOldSecret()) {
                    throw new AssertionError("an old secret: seed %d, walk %d, steps %s".formatted(seed, walk, way));
                }
            }
        }
        assertThat(gotIn).as("honest people get in, or nothing was tried").isGreaterThan(walks / 4);
        assertThat(taken.keySet()).as("each kind of step was taken by somebody").containsAll(Act.THAT_SUCCEED);
    }

    /** How often each kind of step was taken: two grounds that answer alike take the same. */
    Map<?, Integer> taken() {
        return Map.copyOf(taken);
    }

    private enum Proof {
        PASSWORD,
        /** A factor the account has. */
        FACTOR,
        RECOVERY_CODE,
        /** A factor that is only being set up. */
        NEW_FACTOR,
        /** A set-up that was this one's to make. */
        SET_UP
    }

    private enum Act {
        RIGHT_PASSWORD,
        RIGHT_PASSWORD_AGAIN,
        WRONG_PASSWORD,
        FIRST_PASSWORD,
        CHANGE_PASSWORD,
        CHANGE_WRONG_PASSWORD,
        RIGHT_CODE,
        RIGHT_CODE_AGAIN,
        WRONG_CODE,
        SIX_WRONG_CODES,
        RECOVERY_CODE,
        WRONG_RECOVERY_CODE,
        PASSKEY,
        PASSKEY_OF_ANOTHER,
        PASSKEY_WITHOUT_LOCK,
        PASSKEY_ANSWER_AGAIN,
        START_APP,
        PROVE_APP,
        SET_UP_PASSKEY,
        SET_UP_PASSKEY_WITHOUT_LOCK,
        NEW_CODES,
        COPY_CODE,
        COPY_WRONG_CODE,
        ADD_PASSKEY,
        ADD_APP,
        RENAME,
        REMOVE_FIRST,
        RENEW_CODES,
        LOOK,
        LIST,
        SIGN_OUT,
        FORGET_COOKIE,
        WAIT_HALF_A_MINUTE,
        WAIT_TEN_MINUTES,
        WAIT_TILL_IDLE;

        private static final Act[] ALL = values();
        private static final Set<Act> THAT_SUCCEED = EnumSet.of(
                RIGHT_PASSWORD,
                RIGHT_CODE,
                RECOVERY_CODE,
                PASSKEY,
                START_APP,
                PROVE_APP,
                SET_UP_PASSKEY,
                COPY_CODE,
                ADD_PASSKEY,
                ADD_APP,
                REMOVE_FIRST,
                RENEW_CODES,
                CHANGE_PASSWORD);
    }

    /** What is true of one account. */
    private final class World {
        private final String email = TestPerson.freshEmail();
        private final Steps steps;
        private String password = TestPerson.PASSWORD;
        private @Nullable TestPhone phone;
        private final List<TestDevice> devices = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final Set<String> usedCodes = new HashSet<>();
        private @Nullable TestPhone pendingPhone;
        private @Nullable TestDevice pendingDevice;

        private World() {
            this.steps = ground.steps(email, password);
        }

        private boolean hasFactor() {
            return phone != null || !devices.isEmpty();
        }

        private void onlyPending(List<RecoveryCode> saved) {
            phone = pendingPhone;
            devices.clear();
            if (pendingDevice != null) {
                devices.add(pendingDevice);
            }
            pendingPhone = null;
            pendingDevice = null;
            codes.clear();
            saved.forEach(code -> codes.add(code.code()));
        }
    }

    /** One browser. */
    private final class Walker {
        private final World world;
        private final EnumSet<Proof> proofs = EnumSet.noneOf(Proof.class);
        private final List<SessionSecret> old = new ArrayList<>();
        private @Nullable SessionSecret secret;
        private @Nullable BrowserSecret browser;
        private @Nullable TestPhone startedPhone;
        private List<RecoveryCode> shown = List.of();
        private @Nullable PasskeyAnswer lastAnswer;

        private Walker(World world) {
            this.world = world;
        }

        private void take(Act act) {
            boolean done = switch (act) {
                case RIGHT_PASSWORD, RIGHT_PASSWORD_AGAIN -> enter(world.password);
                case WRONG_PASSWORD -> enter("a guess");
                case FIRST_PASSWORD -> enter(TestPerson.PASSWORD);
                case CHANGE_PASSWORD -> change(world.password);
                case CHANGE_WRONG_PASSWORD -> change("a guess");
                case RIGHT_CODE -> {
                    clock.forward(Duration.ofSeconds(30));
                    yield enterCode(realPhone().code(), true);
                }
                case RIGHT_CODE_AGAIN -> enterCode(realPhone().code(), true);
                case WRONG_CODE -> enterCode(realPhone().wrongCode(), false);
                case SIX_WRONG_CODES -> {
                    for (int i = 0; i < 6; i++) {
                        enterCode(realPhone().wrongCode(), false);
                    }
                    yield false;
                }
                case RECOVERY_CODE -> recover(world.codes.isEmpty() ? "0" : world.codes.getFirst());
                case WRONG_RECOVERY_CODE -> recover("0000-0000-0000-0000");
                case PASSKEY -> answer(realDevice(), true);
                case PASSKEY_OF_ANOTHER -> answer(ground.device(), false);
                case PASSKEY_WITHOUT_LOCK -> answer(realDevice().copy().withoutLock(), false);
                case PASSKEY_ANSWER_AGAIN ->
                    lastAnswer != null && after(world.steps.passkey().prove(lastAnswer, visit()), Set.of());
                case START_APP -> startApp();
                case PROVE_APP -> proveApp();
                case SET_UP_PASSKEY -> setUpPasskey(newDevice(), true);
                case SET_UP_PASSKEY_WITHOUT_LOCK -> setUpPasskey(newDevice().withoutLock(), false);
                case NEW_CODES -> show(world.steps.finish().reissue(visit()));
                case COPY_CODE -> copy(shown.isEmpty() ? "0" : shown.get(3).code());
                case COPY_WRONG_CODE -> copy("0000-0000-0000-0000");
                case ADD_PASSKEY -> addPasskey(newDevice());
                case ADD_APP -> addApp();
                case RENAME -> isTaken(world.steps.own().rename(UUID.randomUUID(), "Mine", visit()));
                case REMOVE_FIRST -> removeFirst();
                case RENEW_CODES -> renew();
                case LOOK -> world.steps.lookUp().find(visit()).isPresent();
                case LIST -> isTaken(world.steps.own().list(visit()));
                case SIGN_OUT -> {
                    world.steps.signOut().signOut(visit());
                    yield leave();
                }
                case FORGET_COOKIE -> leave();
                case WAIT_HALF_A_MINUTE -> wait(Duration.ofSeconds(30));
                case WAIT_TEN_MINUTES -> wait(Duration.ofMinutes(10));
                case WAIT_TILL_IDLE -> wait(Duration.ofMinutes(15));
            };
            if (done) {
                taken.merge(act, 1, Integer::sum);
            }
        }

        /** What somebody would do next who wants to get in, and then to change how. */
        private Act sensible() {
            if (hasProvedBoth()) {
                return oneOf(
                        Act.ADD_PASSKEY,
                        Act.ADD_APP,
                        Act.REMOVE_FIRST,
                        Act.RENEW_CODES,
                        Act.CHANGE_PASSWORD,
                        Act.SIGN_OUT);
            }
            if (!proofs.contains(Proof.PASSWORD)) {
                return world.devices.isEmpty() ? Act.RIGHT_PASSWORD : oneOf(Act.RIGHT_PASSWORD, Act.PASSKEY);
            }
            if (world.hasFactor() && !proofs.contains(Proof.RECOVERY_CODE)) {
                return oneOf(Act.RIGHT_CODE, Act.RIGHT_CODE, Act.RECOVERY_CODE);
            }
            if (!proofs.contains(Proof.NEW_FACTOR)) {
                return startedPhone == null ? oneOf(Act.START_APP, Act.SET_UP_PASSKEY) : Act.PROVE_APP;
            }
            return shown.isEmpty() ? Act.NEW_CODES : Act.COPY_CODE;
        }

        private Act oneOf(Act... acts) {
            return acts[random.nextInt(acts.length)];
        }

        private TestDevice newDevice() {
            return ground.device().named("Device " + devicesMade++);
        }

        private boolean hasProvedBoth() {
            return proofs.containsAll(EnumSet.of(Proof.PASSWORD, Proof.FACTOR)) || proofs.contains(Proof.SET_UP);
        }

        private boolean isSignedIn() {
            return secret != null && world.steps.signedIn().look(secret).isPresent();
        }

        private boolean isSignedInByAnOldSecret() {
            return !old.isEmpty()
                    && world.steps
                            .signedIn()
                            .look(old.get(random.nextInt(old.size())))
                            .isPresent();
        }

        private boolean enter(String typed) {
            Set<Proof> begins = typed.equals(world.password) ? EnumSet.of(Proof.PASSWORD) : Set.of();
            Step<?> step = world.steps.password().prove(EmailAddress.asTyped(world.email), typed, visit());
            if (isTaken(step)) {
                proofs.clear();
                shown = List.of();
                startedPhone = null;
            }
            return after(step, begins);
        }

        private boolean enterCode(String typed, boolean isRight) {
            Set<Proof> proved = !isRight
                    ? Set.of()
                    : world.phone != null
                            ? EnumSet.of(Proof.FACTOR)
                            : world.hasFactor() ? Set.of() : EnumSet.of(Proof.NEW_FACTOR);
            return after(world.steps.code().prove(typed, visit()), proved);
        }

        private boolean recover(String typed) {
            boolean isRight = world.codes.contains(typed) && !world.usedCodes.contains(typed);
            Step<?> step = world.steps.recovery().use(typed, visit());
            if (isTaken(step)) {
                world.usedCodes.add(typed);
                world.codes.remove(typed);
            }
            return after(step, isRight ? EnumSet.of(Proof.RECOVERY_CODE) : Set.of());
        }

        private boolean answer(TestDevice device, boolean isRight) {
            Step<PasskeyRequest> question = world.steps.passkey().ask(visit());
            keep(question);
            lastAnswer = answerOf(device.used().answer(json(question)));
            Set<Proof> proved = !isRight
                    ? Set.of()
                    : world.devices.contains(device)
                            ? EnumSet.of(Proof.PASSWORD, Proof.FACTOR)
                            : device.equals(world.pendingDevice) && !world.hasFactor()
                                    ? EnumSet.of(Proof.PASSWORD, Proof.NEW_FACTOR)
                                    : Set.of();
            Step<?> step = world.steps.passkey().prove(lastAnswer, visit());
            if (isTaken(step)) {
                proofs.clear();
                shown = List.of();
                startedPhone = null;
            }
            return after(step, proved);
        }

        private boolean startApp() {
            if (world.steps.setUpApp().start(visit())
                    instanceof Step.Taken<SetUpApp.NewKey>(var next, var known, SetUpApp.NewKey key)) {
                startedPhone = new TestPhone(key.key().text(), clock);
                world.pendingPhone = null;
                world.pendingDevice = null;
                proofs.remove(Proof.NEW_FACTOR);
                return true;
            }
            return false;
        }

        private boolean proveApp() {
            clock.forward(Duration.ofSeconds(30));
            TestPhone phone = startedPhone == null ? realPhone() : startedPhone;
            Step<List<RecoveryCode>> step = world.steps.setUpApp().prove(phone.code(), visit());
            if (isTaken(step) && startedPhone != null) {
                world.pendingPhone = startedPhone;
                world.pendingDevice = null;
            }
            return after(step, startedPhone == null ? Set.of() : EnumSet.of(Proof.NEW_FACTOR)) && show(step);
        }

        private boolean setUpPasskey(TestDevice device, boolean isRight) {
            Step<?> question = world.steps.setUpPasskey().start(visit());
            if (!isTaken(question)) {
                return false;
            }
            Step<List<RecoveryCode>> step =
                    world.steps.setUpPasskey().prove(newOf(device.make(json(question))), visit());
            if (isTaken(step)) {
                world.pendingDevice = device;
                world.pendingPhone = null;
            }
            return after(step, isRight ? EnumSet.of(Proof.NEW_FACTOR) : Set.of()) && show(step);
        }

        private boolean copy(String typed) {
            boolean isRight = !shown.isEmpty() && shown.get(3).code().equals(typed);
            boolean isOwn = proofs.containsAll(EnumSet.of(Proof.PASSWORD, Proof.NEW_FACTOR))
                    && (!world.hasFactor() || proofs.contains(Proof.RECOVERY_CODE));
            Step<?> step = world.steps.finish().finish(4, typed, visit());
            if (isTaken(step) && isRight && isOwn) {
                world.onlyPending(shown);
            }
            return after(step, isRight && isOwn ? EnumSet.of(Proof.SET_UP) : Set.of());
        }

        private boolean addPasskey(TestDevice device) {
            Step<?> question = world.steps.add().startPasskey(visit());
            if (!isTaken(question)) {
                return false;
            }
            boolean added = isTaken(world.steps.add().addPasskey(newOf(device.make(json(question))), visit()));
            assertThat(!added || hasProvedBoth()).isTrue();
            if (added) {
                world.devices.add(device);
            }
            return added;
        }

        private boolean addApp() {
            if (!(world.steps.add().startApp(visit())
                    instanceof Step.Taken<SetUpApp.NewKey>(var next, var known, SetUpApp.NewKey key))) {
                return false;
            }
            TestPhone phone = new TestPhone(key.key().text(), clock);
            boolean added = isTaken(world.steps.add().addApp(phone.code(), visit()));
            assertThat(!added || hasProvedBoth()).isTrue();
            if (added) {
                world.phone = phone;
            }
            return added;
        }

        private boolean removeFirst() {
            if (!(world.steps.own().list(visit())
                    instanceof Step.Taken<OwnFactors.Owned>(var next, var known, var owned))) {
                return false;
            }
            var first = owned.factors().getFirst();
            boolean removed = isTaken(world.steps.own().remove(first.id(), visit()));
            assertThat(!removed || hasProvedBoth()).isTrue();
            if (removed && first.kind() == Factor.Kind.APP) {
                world.phone = null;
            } else if (removed) {
                world.devices.removeIf(device -> device.name().equals(first.name()));
            }
            return removed;
        }

        private boolean renew() {
            Step<List<RecoveryCode>> step = world.steps.own().issueCodes(visit());
            if (!show(step)
                    || !isTaken(world.steps.own().confirmCodes(4, shown.get(3).code(), visit()))) {
                return false;
            }
            assertThat(hasProvedBoth()).isTrue();
            world.codes.clear();
            shown.forEach(code -> world.codes.add(code.code()));
            shown = List.of();
            return true;
        }

        private boolean change(String present) {
            String next = "nine quiet rivers bend " + passwordsMade++;
            if (!(world.steps.changePassword().change(present, next, visit())
                            instanceof ChangePassword.Answer.Ended(Step<Stage> step))
                    || !isTaken(step)) {
                return false;
            }
            assertThat(hasProvedBoth() && present.equals(world.password)).isTrue();
            world.password = next;
            return after(step, Set.of());
        }

        private boolean show(Step<List<RecoveryCode>> step) {
            if (step instanceof Step.Taken<List<RecoveryCode>>(var next, var known, var codes)) {
                shown = codes;
                return true;
            }
            return false;
        }

        private boolean leave() {
            drop();
            secret = null;
            return true;
        }

        private boolean wait(Duration time) {
            clock.forward(time);
            return true;
        }

        /** Adds what was right and was answered so; keeps what the answer gave the browser. */
        private boolean after(Step<?> step, Set<Proof> proved) {
            if (!isTaken(step)) {
                return false;
            }
            keep(step);
            proofs.addAll(proved);
            return true;
        }

        private void keep(Step<?> step) {
            if (step instanceof Step.Taken<?>(var next, var known, var result)) {
                if (next.isPresent()) {
                    if (secret != null) {
                        old.add(secret);
                    }
                    secret = next.get();
                }
                browser = known.orElse(browser);
            }
        }

        private void drop() {
            proofs.clear();
            shown = List.of();
            startedPhone = null;
        }

        private TestPhone realPhone() {
            TestPhone known = world.phone != null ? world.phone : world.pendingPhone;
            return known == null ? new TestPhone("AAAAAAAAAAAAAAAA", clock) : known;
        }

        private TestDevice realDevice() {
            if (!world.devices.isEmpty()) {
                return world.devices.get(random.nextInt(world.devices.size()));
            }
            return world.pendingDevice == null ? ground.device() : world.pendingDevice;
        }

        private Visit visit() {
            return new Visit(secret, browser, new ClientAddress(world.email), new Device("", ""));
        }
    }

    private static boolean isTaken(Step<?> step) {
        return step instanceof Step.Taken<?>;
    }

    private static Answer json(Step<?> step) {
        if (step instanceof Step.Taken<?>(var next, var known, var question)) {
            return new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), JSON.writeValueAsString(question));
        }
        throw new AssertionError(step);
    }

    private static PasskeyAnswer answerOf(Map<String, Object> body) {
        return JSON.convertValue(body, PasskeyAnswer.class);
    }

    private static NewPasskey newOf(Map<String, Object> body) {
        return JSON.convertValue(body, NewPasskey.class);
    }
}
