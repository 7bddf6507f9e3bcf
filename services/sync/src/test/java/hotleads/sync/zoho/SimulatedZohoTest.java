package hotleads.sync.zoho;

import static hotleads.sync.zoho.SomeZoho.content;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.NewZohoNote;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoChannelOrder;
import hotleads.contracts.ZohoDeletedQuery;
import hotleads.contracts.ZohoDeletion;
import hotleads.contracts.ZohoListQuery;
import hotleads.contracts.ZohoMarkerQuery;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoTask;
import hotleads.contracts.ZohoTimelineQuery;
import hotleads.contracts.ZohoWritten;
import hotleads.sync.running.RunningSimulators;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Our client at the simulator of Zoho, which is asked what it really holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedZohoTest {
    private static final int MORE_THAN_A_PAGE = 230;

    private final Clock clock = Clock.systemUTC();
    private final RunningSimulators simulators = new RunningSimulators();
    private final SomeZoho zoho = new SomeZoho(simulators.provider("zoho"), clock);
    private byte[] account = zoho.granted();

    @AfterEach
    void calm() {
        simulators.control("DELETE", "/zoho/faults", null);
    }

    @AfterAll
    void stop() {
        simulators.close();
    }

    @Test
    void everyRecordComesOnceHoweverManyPagesThereAre() {
        for (int number = 0; number < MORE_THAN_A_PAGE; number++) {
            simulators.control("POST", "/zoho/leads", Map.of("Last_Name", "Page" + number));
        }

        assertThat(leads(null))
                .extracting(ZohoPerson::id)
                .doesNotHaveDuplicates()
                .containsAll(held("Leads"));
        assertThat(content(zoho.lists.leads(account, new ZohoListQuery(null, null)))
                        .records())
                .hasSize(200);
        assertThat(contacts()).extracting(ZohoPerson::id).containsExactlyInAnyOrderElementsOf(held("Contacts"));
        assertThat(tasks()).extracting(ZohoTask::id).containsExactlyInAnyOrderElementsOf(held("Tasks"));
    }

    @Test
    void aDeltaTellsWhatWasMadeMovedConvertedAndDeleted() {
        Instant before = now();
        long made = id(simulators.control("POST", "/zoho/leads", Map.of("Last_Name", "Made")));
        long moved = id(simulators.control("POST", "/zoho/leads", Map.of("Last_Name", "Moved")));
        long converted = id(simulators.control("POST", "/zoho/leads", Map.of("Last_Name", "Converted")));
        long deleted = id(simulators.control("POST", "/zoho/leads", Map.of("Last_Name", "Deleted")));
        simulators.control("POST", "/zoho/leads/" + moved + "/stage", Map.of("status", "Contacted"));
        simulators.control("POST", "/zoho/leads/" + converted + "/convert", Map.of());
        simulators.control("DELETE", "/zoho/records/" + deleted, null);

        List<ZohoPerson> changed = leads(before);

        assertThat(changed)
                .extracting(ZohoPerson::id)
                .contains(made, moved, converted)
                .doesNotContain(deleted);
        assertThat(one(changed, moved).status()).isEqualTo("Contacted");
        assertThat(one(changed, converted).converted()).isTrue();
        assertThat(contacts())
                .extracting(ZohoPerson::id)
                .contains(Objects.requireNonNull(one(changed, converted).convertedTo()));
        assertThat(content(zoho.lists.deleted(account, new ZohoDeletedQuery("Leads", before, null)))
                        .records())
                .extracting(ZohoDeletion::id)
                .contains(deleted);
        assertThat(content(zoho.timeline.read(account, new ZohoTimelineQuery(moved))))
                .anySatisfy(change -> {
                    assertThat(change.from()).isEqualTo("Not Contacted");
                    assertThat(change.to()).isEqualTo("Contacted");
                });
    }

    @Test
    void aPageThatRanOutIsToBeBegunAgain() {
        everyRecordComesOnceHoweverManyPagesThereAre();
        String next = content(zoho.lists.leads(account, new ZohoListQuery(null, null)))
                .next();
        simulators.switchOn("zoho", "page-tokens-expire");

        ProviderAnswer<ZohoPage<ZohoPerson>> answer = zoho.lists.leads(account, new ZohoListQuery(null, next));

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.CHANGED);
        assertThat(answer.cause()).isEqualTo("page-expired");
    }

    @Test
    void aTokenThatDiedEarlyIsFollowedByAnother() {
        simulators.switchOn("zoho", "tokens-die-early");
        byte[] dying = zoho.granted();
        assertThat(read(dying).outcome()).isEqualTo(ProviderOutcome.OK);
        assertThat(read(dying).cause()).isEqualTo("token-refused");
        simulators.control("DELETE", "/zoho/faults", null);

        byte[] another = content(zoho.tokens.renew(dying));

        assertThat(read(another).outcome()).isEqualTo(ProviderOutcome.OK);
    }

    @Test
    void tooManyTokensLockAndKnockingWouldKeepTheLock() {
        try (RunningSimulators locking = new RunningSimulators()) {
            SomeZoho some = new SomeZoho(locking.provider("zoho"), clock);
            byte[] last = some.granted();
            for (int more = 1; more < 10; more++) {
                last = some.granted();
            }

            ProviderAnswer<byte[]> eleventh = some.tokens.renew(last);

            assertThat(eleventh.cause()).isEqualTo("token-lock");
            assertThat(Objects.requireNonNull(eleventh.retryAfterMillis()))
                    .isGreaterThan(Duration.ofMinutes(10).toMillis());
            assertThat(some.lists.leads(last, new ZohoListQuery(null, null)).outcome())
                    .as("the token there is stays good")
                    .isEqualTo(ProviderOutcome.OK);
            assertThat(locking.control("GET", "/zoho", null).path("tokensAsked").asInt())
                    .isEqualTo(11);
        }
    }

    @Test
    void aWithdrawnPermissionIsToldAndAGivenOneTaken() {
        byte[] granted = zoho.granted();
        simulators.control("POST", "/zoho/withdraw", Map.of());
        try {
            assertThat(read(granted).cause()).isEqualTo("token-refused");
            assertThat(zoho.tokens.renew(granted).cause()).isEqualTo("permission-withdrawn");
        } finally {
            simulators.control("POST", "/zoho/grant", Map.of());
        }
        // The tokens of all others died with it.
        account = zoho.granted();
        assertThat(read(account).outcome()).isEqualTo(ProviderOutcome.OK);
    }

    @Test
    void aNoteWhoseAnswerGotLostIsFoundAndOneThatNeverArrivedIsNot() {
        long lead = id(simulators.control("POST", "/zoho/leads", Map.of("Last_Name", "Noted")));
        Instant since = now();
        simulators.switchOn("zoho", "answer-lost");
        assertThat(note(lead, "HL-lost").outcome()).isEqualTo(ProviderOutcome.UNCLEAR);
        simulators.switchOff("zoho", "answer-lost");
        simulators.switchOn("zoho", "never-arrives");
        assertThat(note(lead, "HL-never").outcome()).isEqualTo(ProviderOutcome.UNCLEAR);
        simulators.switchOff("zoho", "never-arrives");

        assertThat(find(lead, "HL-lost", since).outcome()).isEqualTo(ProviderOutcome.OK);
        assertThat(find(lead, "HL-never", since).outcome()).isEqualTo(ProviderOutcome.NOTHING);
        assertThat(simulators
                        .control("GET", "/zoho", null)
                        .path("workflowsFired")
                        .asInt())
                .isZero();
    }

    @Test
    void aChannelIsOpenedRenewedAndOpenedAgainAfterItsEnd() {
        Instant until = now().plus(Duration.ofHours(1));

        assertThat(keep(until)).isTrue();
        assertThat(keep(until.plusSeconds(600))).isTrue();
        assertThat(channels()).isOne();
        simulators.control("POST", "/clock", Map.of("by", "PT2H"));
        assertThat(channels()).isZero();

        assertThat(keep(now().plus(Duration.ofDays(6)))).isTrue();
        assertThat(channels()).isOne();
    }

    private boolean keep(Instant until) {
        return content(zoho.channel.keep(
                account,
                new ZohoChannelOrder(
                        1_000_000_068_001L,
                        URI.create("https://hooks.example.org/webhooks/zoho"),
                        "some-token",
                        List.of("Leads.all", "Contacts.all"),
                        until.truncatedTo(ChronoUnit.SECONDS))));
    }

    private int channels() {
        return simulators.control("GET", "/zoho", null).path("channels").asInt();
    }

    private ProviderAnswer<ZohoPage<ZohoPerson>> read(byte[] with) {
        return zoho.lists.leads(with, new ZohoListQuery(null, null));
    }

    private ProviderAnswer<ZohoWritten> note(long lead, String marker) {
        return zoho.write.note(account, new NewZohoNote("Leads", lead, "Called, left message", "By Tony", marker));
    }

    private ProviderAnswer<ZohoWritten> find(long lead, String marker, Instant since) {
        return zoho.write.find(account, new ZohoMarkerQuery("note", "Leads", lead, marker, since));
    }

    /** Its own, which a test may have moved; by whole seconds, as Zoho keeps them. */
    private Instant now() {
        return Instant.parse(simulators
                        .control("GET", "/clock", null)
                        .path("practiceTime")
                        .asString())
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private Set<Long> held(String module) {
        Set<Long> ids = new HashSet<>();
        simulators.list("/zoho/records?module=" + module).forEach(one -> ids.add(id(one)));
        return ids;
    }

    private static long id(JsonNode record) {
        return Long.parseLong(record.path("id").asString());
    }

    private static ZohoPerson one(List<ZohoPerson> all, long id) {
        return all.stream().filter(person -> person.id() == id).findFirst().orElseThrow();
    }

    private List<ZohoPerson> leads(@Nullable Instant since) {
        return all(page -> zoho.lists.leads(account, new ZohoListQuery(since, page)));
    }

    private List<ZohoPerson> contacts() {
        return all(page -> zoho.lists.contacts(account, new ZohoListQuery(null, page)));
    }

    private List<ZohoTask> tasks() {
        return all(page -> zoho.lists.tasks(account, new ZohoListQuery(null, page)));
    }

    private interface Pages<T> {
        ProviderAnswer<ZohoPage<T>> page(@Nullable String token);
    }

    private static <T> List<T> all(Pages<T> list) {
        List<T> all = new ArrayList<>();
        @Nullable String page = null;
        do {
            ZohoPage<T> read = content(list.page(page));
            all.addAll(read.records());
            page = read.next();
        } while (page != null);
        return all;
    }
}
