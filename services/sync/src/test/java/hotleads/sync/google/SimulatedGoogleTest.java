package hotleads.sync.google;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.BusyTime;
import hotleads.contracts.GoogleChannel;
import hotleads.contracts.GoogleChannelStop;
import hotleads.contracts.GoogleEvent;
import hotleads.contracts.GoogleEventRef;
import hotleads.contracts.GoogleEventWrite;
import hotleads.contracts.GoogleEventsPage;
import hotleads.contracts.GoogleEventsQuery;
import hotleads.contracts.GoogleFreeBusyQuery;
import hotleads.contracts.GoogleOwnEvent;
import hotleads.contracts.GoogleTokenQuery;
import hotleads.contracts.GoogleWatch;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.running.RunningSimulators;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Our client at the simulator of Google, which is asked what it really holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedGoogleTest {
    private static final String WREN = "wren@example.org";
    private static final int SMALL_PAGES = 7;

    private final RunningSimulators simulators = new RunningSimulators();
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);
    private final Instant from = now.minus(Duration.ofDays(20));
    private final Instant to = now.plus(Duration.ofDays(60));
    private final SomeGoogle google =
            SomeGoogle.at(simulators.provider("google"), simulators.serviceAccountFile(), SMALL_PAGES);
    private GoogleAccount account = google.granted(WREN);

    @AfterEach
    void calm() {
        simulators.control("DELETE", "/google/faults", null);
    }

    @AfterAll
    void stop() {
        simulators.close();
    }

    /** A list read to its end, and the token the next list of changes begins with. */
    private record Listed(List<GoogleEvent> events, String syncToken, int pages) {
        Set<String> there() {
            return events.stream()
                    .filter(event -> !event.cancelled())
                    .map(GoogleEvent::id)
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void aWholeListBringsWhatThereIsPageByPage() {
        Listed whole = list(null);

        assertThat(whole.pages()).isGreaterThan(3);
        assertThat(whole.there()).isEqualTo(held());
        assertThat(whole.events()).extracting(GoogleEvent::id).doesNotHaveDuplicates();
        assertThat(whole.events().toString()).doesNotContain("Private", "Lunch");
    }

    @Test
    void aListOfChangesBringsThoseAndNoOthers() {
        Listed whole = list(null);
        String added = add(now.plus(Duration.ofDays(3)));
        String moved = add(now.plus(Duration.ofDays(4)));
        Listed made = list(whole.syncToken());
        assertThat(made.there()).containsExactlyInAnyOrder(added, moved);

        simulators.control("POST", "/google/events/remove", Map.of("address", WREN, "id", added));
        simulators.control("POST", "/google/events/move", Map.of("address", WREN, "id", moved, "minutes", 30));
        Listed changes = list(made.syncToken());

        assertThat(changes.events()).hasSize(2);
        assertThat(changes.there()).containsExactly(moved);
        assertThat(list(changes.syncToken()).events()).isEmpty();
    }

    @Test
    void afterADeadSyncTokenTheWholeListHasNoTombstones() {
        String gone = add(now.plus(Duration.ofDays(5)));
        Listed whole = list(null);
        simulators.control("POST", "/google/events/remove", Map.of("address", WREN, "id", gone));
        simulators.control("POST", "/google/forget-tokens", Map.of());

        ProviderAnswer<GoogleEventsPage> dead = page(whole.syncToken(), null);
        Listed again = list(null);

        assertThat(dead.outcome()).isEqualTo(ProviderOutcome.GONE);
        assertThat(dead.cause()).isEqualTo("full-list-needed");
        assertThat(again.events()).extracting(GoogleEvent::id).doesNotContain(gone);
        assertThat(again.there()).isEqualTo(held());
    }

    @Test
    void busyTimesAreThoseOfTheListMerged() {
        Instant start = now.plus(Duration.ofDays(2));
        add(start);

        List<BusyTime> busy = content(google.events.busy(
                account, new GoogleFreeBusyQuery(start.minusSeconds(60), start.plus(Duration.ofHours(2)))));

        assertThat(busy)
                .anyMatch(
                        block -> !block.from().isAfter(start) && !block.to().isBefore(start.plus(Duration.ofHours(1))));
        simulators.switchOn("google", "free-busy-unknown");
        assertThat(google.events
                        .busy(account, new GoogleFreeBusyQuery(start, start.plusSeconds(3_600)))
                        .outcome())
                .as("unknown is not free")
                .isEqualTo(ProviderOutcome.UNCLEAR);
    }

    @Test
    void anEventOfOursIsMadeChangedAndRemovedAndItsIdServesNoMore() {
        GoogleOwnEvent made = content(google.own.write(account, ours("hl00000000a1", 6, null)));
        GoogleOwnEvent changed = content(google.own.write(account, ours("hl00000000a1", 7, made.etag())));
        assertThat(google.own
                        .write(account, ours("hl00000000a1", 8, made.etag()))
                        .cause())
                .as("of an older version")
                .isEqualTo("changed-meanwhile");
        assertThat(content(google.own.read(account, new GoogleEventRef("hl00000000a1", null))))
                .isEqualTo(changed);
        assertThat(changed.mark()).isEqualTo("399682887");

        assertThat(content(google.own.remove(account, new GoogleEventRef("hl00000000a1", changed.etag()))))
                .isTrue();
        assertThat(content(google.own.remove(account, new GoogleEventRef("hl00000000a1", changed.etag()))))
                .isFalse();
        assertThat(google.own.write(account, ours("hl00000000a1", 6, null)).cause())
                .as("an id serves once for ever")
                .isEqualTo("duplicate");

        GoogleOwnEvent removed = content(google.own.read(account, new GoogleEventRef("hl00000000a1", null)));
        assertThat(removed.cancelled()).isTrue();
        assertThat(removed.etag()).as("nothing but its id is left").isNull();
    }

    @Test
    void whatSomebodyMovedThereMeanwhileIsNotOverwritten() {
        GoogleOwnEvent made = content(google.own.write(account, ours("hl00000000b1", 9, null)));
        simulators.control("POST", "/google/events/move", Map.of("address", WREN, "id", made.id(), "minutes", 30));

        assertThat(google.own
                        .write(account, ours("hl00000000b1", 10, made.etag()))
                        .cause())
                .isEqualTo("changed-meanwhile");
        assertThat(content(google.own.read(account, new GoogleEventRef(made.id(), null)))
                        .startsAt())
                .isEqualTo(Objects.requireNonNull(made.startsAt()).plus(Duration.ofMinutes(30)));
    }

    @Test
    void aWriteWhoseAnswerGotLostIsThereOnce() {
        simulators.switchOn("google", "lost-after");
        assertThat(google.own.write(account, ours("hl00000000c1", 11, null)).outcome())
                .isEqualTo(ProviderOutcome.UNCLEAR);
        calm();

        assertThat(google.own.write(account, ours("hl00000000c1", 11, null)).cause())
                .isEqualTo("duplicate");
        assertThat(content(google.own.read(account, new GoogleEventRef("hl00000000c1", null)))
                        .mark())
                .isEqualTo("399682887");
        assertThat(events())
                .filteredOn(one -> one.path("id").asString().equals("hl00000000c1"))
                .hasSize(1);
    }

    @Test
    void aChannelIsOpenedNeverRenewedAndStopped() {
        GoogleChannel opened = content(google.channels.open(account, watch("channel-one")));
        assertThat(Duration.between(Clock.systemUTC().instant(), opened.expiresAt()))
                .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(70));
        assertThat(google.channels.open(account, watch("channel-one")).outcome())
                .isEqualTo(ProviderOutcome.BAD_REQUEST);

        GoogleChannel next = content(google.channels.open(account, watch("channel-two")));

        assertThat(content(google.channels.stop(account, new GoogleChannelStop("channel-one", opened.resource()))))
                .isTrue();
        assertThat(content(google.channels.stop(account, new GoogleChannelStop("never-was", next.resource()))))
                .isFalse();
    }

    @Test
    void tokensAreOfOnePersonAndOneScope() {
        assertThat(google.tokens
                        .renew(null, new GoogleTokenQuery("nobody@example.org"))
                        .cause())
                .isEqualTo("person-unknown");
        GoogleAccount swapped = new GoogleAccount(account.key(), account.person(), account.writer(), account.reader());
        assertThat(google.own.write(swapped, ours("hl00000000d1", 12, null)).cause())
                .as("what reads cannot write")
                .isEqualTo("scope-missing");
    }

    @Test
    void aWithdrawnPermissionIsToldAndAGivenOneTaken() {
        SomeGoogle another = SomeGoogle.at(simulators.provider("google"), simulators.serviceAccountFile(), SMALL_PAGES);
        simulators.control("POST", "/google/permission", Map.of("withdrawn", true));
        try {
            assertThat(another.tokens
                            .renew(null, new GoogleTokenQuery("otis@example.org"))
                            .cause())
                    .isEqualTo("permission-withdrawn");
        } finally {
            simulators.control("POST", "/google/permission", Map.of("withdrawn", false));
            // The tokens of all died with it.
            account = google.granted(WREN);
        }
        assertThat(another.granted("otis@example.org").writer()).isNotNull();
    }

    private GoogleWatch watch(String channel) {
        return new GoogleWatch(channel, URI.create("https://hooks.example.org/webhooks/google"), "some-token", 3_600);
    }

    private GoogleEventWrite ours(String id, int days, @Nullable String etag) {
        Instant start = now.plus(Duration.ofDays(days));
        return new GoogleEventWrite(
                id, start, start.plus(Duration.ofMinutes(50)), "America/New_York", "A.R.", "399682887", etag);
    }

    private String add(Instant start) {
        return simulators
                .control("POST", "/google/events", Map.of("address", WREN, "start", start.toString(), "minutes", 60))
                .path("id")
                .asString();
    }

    private List<JsonNode> events() {
        return simulators.list("/google/events?address=" + WREN + "&from=" + from + "&to=" + to);
    }

    private Set<String> held() {
        return events().stream().map(one -> one.path("id").asString()).collect(Collectors.toSet());
    }

    private ProviderAnswer<GoogleEventsPage> page(@Nullable String syncToken, @Nullable String pageToken) {
        return google.events.page(account, new GoogleEventsQuery(from, to, syncToken, pageToken));
    }

    private Listed list(@Nullable String syncToken) {
        List<GoogleEvent> all = new ArrayList<>();
        @Nullable String next = null;
        int pages = 0;
        while (true) {
            GoogleEventsPage page = content(page(syncToken, next));
            pages++;
            all.addAll(page.events());
            next = page.nextPageToken();
            assertThat(page.nextSyncToken() == null)
                    .as("only the last page has it")
                    .isEqualTo(next != null);
            if (next == null) {
                return new Listed(all, Objects.requireNonNull(page.nextSyncToken()), pages);
            }
        }
    }

    private static <T> T content(ProviderAnswer<T> answer) {
        assertThat(answer.outcome()).as(String.valueOf(answer.cause())).isEqualTo(ProviderOutcome.OK);
        return Objects.requireNonNull(answer.content());
    }
}
