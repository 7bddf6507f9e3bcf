package hotleads.sync;

import static hotleads.sync.running.Fault.CLOCK_SKEW;
import static hotleads.sync.running.Fault.REVOKED;
import static hotleads.sync.running.Fault.SLOW_DOWN_429;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.acuity.MetAcuity;
import hotleads.sync.google.MetGoogle;
import hotleads.sync.running.Fault;
import hotleads.sync.running.Met;
import hotleads.sync.running.RunningSimulators;
import hotleads.sync.running.SpoiltLine;
import hotleads.sync.running.SpoiltLine.Answer;
import hotleads.sync.running.SpoiltLine.Asked;
import hotleads.sync.running.SpoiltLine.Spoil;
import hotleads.sync.zoho.MetZoho;
import hotleads.sync.zoom.MetZoom;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every fault at every provider, reading and writing, between our client and the running simulator: what sync tells
 * core of it, that there are words for it on the screen, that afterwards we hold what the provider holds, and that what
 * we wrote stands there once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
    /**
     * What sync tells: the outcome, the cause, and the seconds to wait where the provider said so. A cell that cannot
     * be says why not; one that takes more than one answer names the test it has to itself.
     */
    private static final String TABLE = """
            fault                 | provider | read                            | write
            token 401             | acuity   | REFUSED_TOKEN key-refused       | REFUSED_TOKEN key-refused
            token 401             | zoom     | REFUSED_TOKEN token-refused     | never: nothing is written there
            token 401             | zoho     | REFUSED_TOKEN token-refused     | REFUSED_TOKEN token-refused
            token 401             | google   | REFUSED_TOKEN token-refused     | REFUSED_TOKEN token-refused
            quota 403             | acuity   | RETRY_LATER rate-limited        | RETRY_LATER rate-limited
            quota 403             | zoom     | RETRY_LATER rate-limited        | never: nothing is written there
            quota 403             | zoho     | never: credits end with 429     | never: credits end with 429
            quota 403             | google   | RETRY_LATER rate-limited        | RETRY_LATER rate-limited
            permission 403        | acuity   | REFUSED_PERMISSION forbidden    | REFUSED_PERMISSION forbidden
            permission 403        | zoom     | REFUSED_PERMISSION forbidden    | never: nothing is written there
            permission 403        | zoho     | REFUSED_PERMISSION forbidden    | REFUSED_PERMISSION forbidden
            permission 403        | google   | REFUSED_PERMISSION forbidden    | REFUSED_PERMISSION forbidden
            missing 404           | acuity   | BAD_REQUEST wrong-address       | BAD_REQUEST wrong-address
            missing 404           | zoom     | GONE unknown-host               | never: nothing is written there
            missing 404           | zoho     | GONE not-found                  | GONE not-found
            missing 404           | google   | GONE not-found                  | GONE not-found
            conflict 409          | acuity   | BAD_REQUEST bad-request         | BAD_REQUEST bad-request
            conflict 409          | zoom     | CHANGED changed                 | never: nothing is written there
            conflict 409          | zoho     | CHANGED record-locked           | CHANGED record-locked
            conflict 409          | google   | CHANGED duplicate               | CHANGED duplicate
            gone 410              | acuity   | BAD_REQUEST bad-request         | BAD_REQUEST bad-request
            gone 410              | zoom     | BAD_REQUEST bad-request         | never: nothing is written there
            gone 410              | zoho     | BAD_REQUEST bad-request         | BAD_REQUEST bad-request
            gone 410              | google   | GONE full-list-needed           | GONE full-list-needed
            changed 412           | acuity   | BAD_REQUEST bad-request         | BAD_REQUEST bad-request
            changed 412           | zoom     | BAD_REQUEST bad-request         | never: nothing is written there
            changed 412           | zoho     | CHANGED changed-there           | CHANGED changed-there
            changed 412           | google   | CHANGED changed-meanwhile       | CHANGED changed-meanwhile
            slow down 429         | acuity   | RETRY_LATER rate-limited        | RETRY_LATER rate-limited
            slow down 429         | zoom     | RETRY_LATER rate-limited        | never: nothing is written there
            slow down 429         | zoho     | RETRY_LATER rate-limited        | RETRY_LATER rate-limited
            slow down 429         | google   | RETRY_LATER rate-limited        | RETRY_LATER rate-limited
            slow down 429 for 2 s | acuity   | RETRY_LATER rate-limited 2      | RETRY_LATER rate-limited 2
            slow down 429 for 2 s | zoom     | RETRY_LATER rate-limited 2      | never: nothing is written there
            slow down 429 for 2 s | zoho     | RETRY_LATER rate-limited 2      | RETRY_LATER rate-limited 2
            slow down 429 for 2 s | google   | RETRY_LATER rate-limited 2      | RETRY_LATER rate-limited 2
            error 500             | acuity   | UNCLEAR server-error            | UNCLEAR server-error
            error 500             | zoom     | UNCLEAR server-error            | never: nothing is written there
            error 500             | zoho     | UNCLEAR server-error            | UNCLEAR server-error
            error 500             | google   | UNCLEAR server-error            | UNCLEAR server-error
            html 502              | acuity   | UNCLEAR server-error            | UNCLEAR server-error
            html 502              | zoom     | UNCLEAR server-error            | never: nothing is written there
            html 502              | zoho     | UNCLEAR server-error            | UNCLEAR server-error
            html 502              | google   | UNCLEAR server-error            | UNCLEAR server-error
            time out before       | acuity   | UNCLEAR timed-out               | UNCLEAR timed-out
            time out before       | zoom     | UNCLEAR timed-out               | never: nothing is written there
            time out before       | zoho     | UNCLEAR timed-out               | UNCLEAR timed-out
            time out before       | google   | UNCLEAR timed-out               | UNCLEAR timed-out
            time out after        | acuity   | UNCLEAR timed-out               | UNCLEAR timed-out
            time out after        | zoom     | UNCLEAR timed-out               | never: nothing is written there
            time out after        | zoho     | UNCLEAR timed-out               | UNCLEAR timed-out
            time out after        | google   | UNCLEAR timed-out               | UNCLEAR timed-out
            truncated             | acuity   | UNCLEAR bad-content             | UNCLEAR bad-content
            truncated             | zoom     | UNCLEAR bad-content             | never: nothing is written there
            truncated             | zoho     | UNCLEAR bad-content             | UNCLEAR bad-content
            truncated             | google   | UNCLEAR bad-content             | UNCLEAR bad-content
            page repeated         | acuity   | never: it has no pages          | never: a write has no pages
            page repeated         | zoom     | test: core ZoomAttendanceTest theSamePageAgainAndAgainIsNoList | never: nothing is written there
            page repeated         | zoho     | test: core ZohoToListTest pagesAreFollowedAndOneThatComesTwiceEndsTheRunWithoutLoss | never: a write has no pages
            page repeated         | google   | test: core GoogleChannelsTest aPageThatComesAgainEndsTheListWithoutLoss | never: a write has no pages
            wrong type            | acuity   | UNCLEAR bad-content             | UNCLEAR bad-content
            wrong type            | zoom     | UNCLEAR bad-content             | never: nothing is written there
            wrong type            | zoho     | UNCLEAR bad-content             | UNCLEAR bad-content
            wrong type            | google   | UNCLEAR bad-content             | UNCLEAR bad-content
            clock skew            | acuity   | RETRY_LATER rate-limited 30     | RETRY_LATER rate-limited 30
            clock skew            | zoom     | RETRY_LATER rate-limited 30     | never: nothing is written there
            clock skew            | zoho     | OK                              | OK
            clock skew            | google   | OK                              | OK
            revoked               | acuity   | REFUSED_TOKEN key-refused       | REFUSED_TOKEN key-refused
            revoked               | zoom     | REFUSED_TOKEN credentials-refused | never: nothing is written there
            revoked               | zoho     | REFUSED_TOKEN permission-withdrawn | REFUSED_TOKEN permission-withdrawn
            revoked               | google   | REFUSED_PERMISSION permission-withdrawn | REFUSED_PERMISSION permission-withdrawn
            channel expired       | acuity   | never: nothing is read through a hook | test: core KeepHooksTest areMadeOnceAndAgainWhenAcuitySwitchedOneOff
            channel expired       | zoom     | never: nothing is read through a hook | never: its hooks are entered by hand and have no end
            channel expired       | zoho     | never: nothing is read through a channel | test: sync zoho/SimulatedZohoTest aChannelIsOpenedRenewedAndOpenedAgainAfterItsEnd
            channel expired       | google   | never: nothing is read through a channel | test: core GoogleChannelsTest aChannelIsReplacedBeforeItsEndAndAfterIt
            token lock            | acuity   | never: it has no tokens         | never: it has no tokens
            token lock            | zoom     | RETRY_LATER rate-limited        | never: nothing is written there
            token lock            | zoho     | RETRY_LATER token-lock 660      | RETRY_LATER token-lock 660
            token lock            | google   | RETRY_LATER rate-limited        | RETRY_LATER rate-limited
            """;

    private static final String NEVER = "never: ";
    private static final String ELSEWHERE = "test: ";
    private static final List<String> PROVIDERS = List.of("acuity", "zoom", "zoho", "google");
    private static final Path WORDS = Path.of("../../frontend/src/locales/en/reasons.json");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningSimulators simulators = new RunningSimulators();
    private final Map<String, SpoiltLine> lines = new LinkedHashMap<>();
    private final Map<String, Met> met = new LinkedHashMap<>();
    private final Map<String, Met> direct = new LinkedHashMap<>();
    private int markers = 0x10_000;

    FaultMatrixTest() {
        simulators.switchOn("", "no-rate-limit");
        simulators.switchOn("zoom", "no-rate-limit");
        meet("acuity", MetAcuity::new);
        meet("zoom", MetZoom::new);
        meet("zoho", MetZoho::new);
        meet("google", MetGoogle::new);
    }

    private void meet(String provider, BiFunction<RunningSimulators, URI, Met> way) {
        SpoiltLine line = new SpoiltLine(simulators.provider(provider));
        lines.put(provider, line);
        met.put(provider, way.apply(simulators, line.address()));
        direct.put(provider, way.apply(simulators, simulators.provider(provider)));
    }

    @AfterAll
    void stop() {
        lines.values().forEach(SpoiltLine::close);
        simulators.close();
    }

    /** One line of the table. */
    record Row(Fault fault, String provider, String read, String write) {
        @Override
        public String toString() {
            return fault.word() + " at " + provider;
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().skip(1).map(line -> {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            Fault fault = Arrays.stream(Fault.values())
                    .filter(one -> one.word().equals(cells.getFirst()))
                    .findFirst()
                    .orElseThrow();
            return new Row(fault, cells.get(1), cells.get(2), cells.get(3));
        });
    }

    @Test
    void noCellIsLeftOut() {
        assertThat(rows().map(Row::toString))
                .containsExactlyElementsOf(Arrays.stream(Fault.values())
                        .flatMap(fault -> PROVIDERS.stream().map(provider -> fault.word() + " at " + provider))
                        .toList());
    }

    static Stream<Row> reads() {
        return rows().filter(row -> isPlayedHere(row.read));
    }

    static Stream<Row> writes() {
        return rows().filter(row -> isPlayedHere(row.write));
    }

    private static boolean isPlayedHere(String cell) {
        return !cell.startsWith(NEVER) && !cell.startsWith(ELSEWHERE);
    }

    @Test
    void whatIsSaidToBeTestedElsewhereIs() throws IOException {
        for (String cell : rows().flatMap(row -> Stream.of(row.read, row.write))
                .filter(cell -> cell.startsWith(ELSEWHERE))
                .toList()) {
            String[] where = cell.substring(ELSEWHERE.length()).split(" ", -1);
            String file = "../" + where[0] + "/src/test/java/hotleads/" + where[0] + "/" + where[1] + ".java";
            assertThat(Files.readString(Path.of(file))).contains("void " + where[2] + "(");
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void aReadEndsWithWhatTheProviderHolds(Row row) throws IOException {
        Met client = client(row);
        begin(row);

        ProviderAnswer<?> answer = withTokens(client, client::read);

        isAsTold(answer, row.read, row);
        end(row);
        ProviderAnswer<?> afterwards = withTokens(client, client::read);
        Met undisturbed = Objects.requireNonNull(direct.get(row.provider));
        assertThat(afterwards.outcome()).isEqualTo(ProviderOutcome.OK);
        assertThat(afterwards.content())
                .isEqualTo(withTokens(undisturbed, undisturbed::read).content());
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aWriteStandsThereOnce(Row row) throws IOException {
        Met client = client(row);
        String marker = "hl" + Integer.toHexString(markers++);
        begin(row);

        ProviderAnswer<?> answer = withTokens(client, () -> client.write(marker));

        isAsTold(answer, row.write, row);
        end(row);
        if (answer.outcome() != ProviderOutcome.OK && !mayHaveArrived(client, answer, marker)) {
            assertThat(withTokens(client, () -> client.write(marker)).outcome()).isEqualTo(ProviderOutcome.OK);
        }
        assertThat(client.held(marker)).isOne();
        assertThat(line(row).writesCarriedOut()).isOne();
    }

    /** As core does: of a try that may have arrived, it is looked up before the next. */
    private static boolean mayHaveArrived(Met client, ProviderAnswer<?> answer, String marker) {
        boolean isUnsure = answer.outcome() == ProviderOutcome.UNCLEAR || answer.outcome() == ProviderOutcome.CHANGED;
        return isUnsure && withTokens(client, () -> client.find(marker)).outcome() == ProviderOutcome.OK;
    }

    /** As core does: a token that is over or not taken is renewed once. */
    private static ProviderAnswer<?> withTokens(Met client, Supplier<ProviderAnswer<?>> call) {
        ProviderAnswer<?> answer = call.get();
        if (answer.outcome() != ProviderOutcome.TOKEN_NEEDED && !"token-refused".equals(answer.cause())) {
            return answer;
        }
        ProviderAnswer<?> renewed = client.renew();
        return renewed.outcome() == ProviderOutcome.OK ? call.get() : renewed;
    }

    /** With a token, where there are any, and then with the fault. */
    private void begin(Row row) {
        Met client = client(row);
        line(row).mend();
        assertThat(read(client)).isEqualTo(ProviderOutcome.OK);
        if (row.fault == REVOKED) {
            client.permit(false);
        }
        line(row).spoil(spoil(client, row.fault));
    }

    /** While nothing is warm yet, an answer may take longer than a client here waits. */
    private static ProviderOutcome read(Met client) {
        ProviderOutcome outcome = withTokens(client, client::read).outcome();
        for (int again = 0; again < 3 && outcome == ProviderOutcome.UNCLEAR; again++) {
            outcome = withTokens(client, client::read).outcome();
        }
        return outcome;
    }

    private void end(Row row) {
        line(row).mend();
        if (row.fault == REVOKED) {
            client(row).permit(true);
        }
        if (row.fault == CLOCK_SKEW && !row.provider.equals("acuity")) {
            simulators.control("DELETE", "/" + row.provider + "/faults", null);
            simulators.switchOn("", "no-rate-limit");
            simulators.switchOn("zoom", "no-rate-limit");
        }
    }

    private static Spoil spoil(Met client, Fault fault) {
        return switch (fault) {
            case TOKEN_401,
                    QUOTA_403,
                    PERMISSION_403,
                    MISSING_404,
                    CONFLICT_409,
                    GONE_410,
                    CHANGED_412,
                    SLOW_DOWN_429,
                    ERROR_500 -> Spoil.answers(client.refusal(fault)).where(FaultMatrixTest::isForTheApi);
            case SLOW_DOWN_429_FOR_2_S -> Spoil.answers(client.refusal(fault).with("Retry-After", "2"));
            case HTML_502 -> Spoil.answers(Answer.of(502, "text/html", "<html><h1>Bad gateway</h1></html>"));
            case TIME_OUT_BEFORE -> Spoil.silent();
            case TIME_OUT_AFTER -> Spoil.silentAfter();
            case TRUNCATED -> Spoil.truncated();
            case WRONG_TYPE -> Spoil.typed("text/plain");
            case CLOCK_SKEW -> client.skewed();
            case REVOKED -> Spoil.nothing();
            case TOKEN_LOCK -> {
                Spoil locked = Spoil.answers(client.lock()).where(Asked::isForAToken);
                Spoil over = Spoil.answers(client.refusal(Fault.TOKEN_401)).where(FaultMatrixTest::isForTheApi);
                yield (asked, provider) -> (asked.isForAToken() ? locked : over).pass(asked, provider);
            }
            case PAGE_REPEATED, CHANNEL_EXPIRED -> throw new IllegalArgumentException("It has a test to itself");
        };
    }

    private static boolean isForTheApi(Asked asked) {
        return !asked.isForAToken();
    }

    private static void isAsTold(ProviderAnswer<?> answer, String cell, Row row) throws IOException {
        String[] told = cell.split(" ", -1);
        assertThat(answer.outcome()).as(String.valueOf(answer.cause())).isEqualTo(ProviderOutcome.valueOf(told[0]));
        @Nullable String cause = told.length > 1 ? told[1] : null;
        assertThat(answer.cause()).isEqualTo(cause);
        if (cause != null) {
            hasWords(row.provider, cause);
        }
        Long wait = answer.retryAfterMillis();
        if (told.length > 2) {
            long seconds = Long.parseLong(told[2]);
            assertThat(wait).isBetween(seconds * 1_000 - 3_000, seconds * 1_000 + 1_000);
        } else if (row.fault == SLOW_DOWN_429) {
            assertThat(wait).isNull();
        }
    }

    /** As the pages look for them: the provider's own, or those for all. */
    private static void hasWords(String provider, String cause) throws IOException {
        JsonNode words = JSON.readTree(Files.readAllBytes(WORDS));
        String group = provider.equals("acuity") ? "acuity" : "source";
        assertThat(words.path(provider).has(cause) || words.path(group).has(cause))
                .as("words for %s.%s", provider, cause)
                .isTrue();
    }

    private Met client(Row row) {
        return Objects.requireNonNull(met.get(row.provider));
    }

    private SpoiltLine line(Row row) {
        return Objects.requireNonNull(lines.get(row.provider));
    }
}
