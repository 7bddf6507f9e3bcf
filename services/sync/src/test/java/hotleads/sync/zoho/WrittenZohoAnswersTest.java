package hotleads.sync.zoho;

import static hotleads.sync.zoho.ZohoStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.NewZohoNote;
import hotleads.contracts.NewZohoTask;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoChannelOrder;
import hotleads.contracts.ZohoDeletedQuery;
import hotleads.contracts.ZohoDeletion;
import hotleads.contracts.ZohoListQuery;
import hotleads.contracts.ZohoMarkerQuery;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoStageChange;
import hotleads.contracts.ZohoTask;
import hotleads.contracts.ZohoTimelineQuery;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Zoho's answers as its documents and recordings write them, odd types and nulls among them. */
class WrittenZohoAnswersTest {
    private static final String ANA = "{\"id\":\"6493490000001504003\",\"Last_Name\":\" Reyes\",\"First_Name\":\"Ana\","
            + "\"Email\":\"ana@example.org\",\"Phone\":null,\"Mobile\":\"+1 555 0100\",\"Lead_Status\":\"Contacted\","
            + "\"Lead_Source\":\"Web\",\"Email_Opt_Out\":false,\"Converted__s\":false,\"Converted_Contact\":null,"
            + "\"Owner\":{\"name\":\"Tony\",\"id\":\"6493490000000469001\"},\"A_Field_Of_Theirs\":{\"x\":[1]},"
            + "\"Created_Time\":\"2026-10-31T11:02:10-04:00\",\"Modified_Time\":\"2026-11-21T16:40:00-05:00\"}";

    private final ZohoStandIn standIn = new ZohoStandIn();
    private final SomeZoho zoho = new SomeZoho(standIn.uri(), Clock.systemUTC());
    private byte[] account = new byte[0];

    @BeforeEach
    void connect() {
        account = zoho.granted();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void aLeadIsReadAcrossTheClockChange() {
        standIn.reacts(json(200, list(ANA, "\"more_records\":false,\"next_page_token\":null")));

        ZohoPage<ZohoPerson> page = SomeZoho.content(zoho.lists.leads(account, new ZohoListQuery(null, null)));

        assertThat(page.next()).isNull();
        assertThat(page.records())
                .containsExactly(new ZohoPerson(
                        6_493_490_000_001_504_003L,
                        "Leads",
                        "Ana",
                        "Reyes",
                        "ana@example.org",
                        null,
                        "+1 555 0100",
                        "Contacted",
                        "Web",
                        false,
                        Instant.parse("2026-10-31T15:02:10Z"),
                        Instant.parse("2026-11-21T21:40:00Z"),
                        false,
                        null));
    }

    @Test
    void onlyWhatIsNeededIsAskedForAndConvertedOnesToo() {
        standIn.reacts(json(204, ""));

        zoho.lists.leads(account, new ZohoListQuery(Instant.parse("2026-11-22T13:00:00Z"), "a+b"));

        assertThat(standIn.asked().getFirst()).satisfies(asked -> {
            assertThat(asked.path())
                    .startsWith("/zoho/crm/v8/Leads?per_page=200&sort_by=Modified_Time&sort_order=asc&fields=")
                    .contains("&converted=both&page_token=a%2Bb")
                    .doesNotContain("Description");
            assertThat(asked.headers().get("If-modified-since")).containsExactly("2026-11-22T13:00:00+00:00");
        });
    }

    @Test
    void aLeadMayHaveNothingButItsIdAndTimes() {
        standIn.reacts(json(
                200,
                list(
                        "{\"id\":7,\"Created_Time\":\"2026-11-21T16:40:00-05:00\","
                                + "\"Modified_Time\":\"2026-11-21T16:40:00-05:00\",\"Converted_Contact\":{\"name\":\"A\",\"id\":\"9\"}}",
                        "")));

        ZohoPerson lead = SomeZoho.content(zoho.lists.leads(account, new ZohoListQuery(null, null)))
                .records()
                .getFirst();

        assertThat(lead.id()).isEqualTo(7);
        assertThat(lead.lastName()).isNull();
        assertThat(lead.converted()).isTrue();
        assertThat(lead.convertedTo()).isEqualTo(9);
    }

    @Test
    void aRecordThatCannotBeReadIsNamedAndTheOthersGoOn() {
        standIn.reacts(json(
                200,
                list(
                        "{\"id\":\"8\",\"Modified_Time\":\"yesterday\"}," + ANA,
                        "\"more_records\":true,\"next_page_token\":\"n\"")));

        ZohoPage<ZohoPerson> page = SomeZoho.content(zoho.lists.leads(account, new ZohoListQuery(null, null)));

        assertThat(page.unreadable()).containsExactly(8L);
        assertThat(page.records()).hasSize(1);
        assertThat(page.next()).isEqualTo("n");
    }

    @Test
    void anIdBeyond64BitsIsNone() {
        standIn.reacts(json(200, list("{\"id\":\"9999999999999999999\"}", "")));

        assertThat(zoho.lists.leads(account, new ZohoListQuery(null, null)).cause())
                .isEqualTo("bad-content");
    }

    @Test
    void aTaskIsAboutALeadAsWhatOrAContactAsWho() {
        String times = "\"Created_Time\":\"2026-11-20T09:00:00-05:00\",\"Modified_Time\":\"2026-11-20T09:00:00-05:00\"";
        standIn.reacts(json(
                200,
                list(
                        "{\"id\":\"1\",\"What_Id\":{\"name\":\"A\",\"id\":\"5\"},\"Who_Id\":null,\"$se_module\":\"Leads\","
                                + "\"Due_Date\":\"2026-11-25\",\"Status\":\"Not Started\",\"Closed_Time\":null," + times
                                + "},{\"id\":\"2\",\"What_Id\":null,\"Who_Id\":{\"id\":\"6\"},\"$se_module\":null,"
                                + "\"Due_Date\":null,\"Status\":null,\"Closed_Time\":\"2026-11-21T10:00:00-05:00\","
                                + times
                                + "}",
                        "")));

        assertThat(SomeZoho.content(zoho.lists.tasks(account, new ZohoListQuery(null, null)))
                        .records())
                .containsExactly(
                        new ZohoTask(
                                1,
                                5L,
                                LocalDate.of(2026, 11, 25),
                                "Not Started",
                                null,
                                Instant.parse("2026-11-20T14:00:00Z"),
                                Instant.parse("2026-11-20T14:00:00Z")),
                        new ZohoTask(
                                2,
                                6L,
                                null,
                                null,
                                Instant.parse("2026-11-21T15:00:00Z"),
                                Instant.parse("2026-11-20T14:00:00Z"),
                                Instant.parse("2026-11-20T14:00:00Z")));
    }

    @Test
    void aDeletionLosesItsName() {
        standIn.reacts(json(
                200,
                list(
                        "{\"id\":\"5\",\"display_name\":\"Ana Reyes\",\"type\":\"recycle\",\"deleted_time\":\"2026-11-22T03:00:00-05:00\"}",
                        "")));

        assertThat(SomeZoho.content(zoho.lists.deleted(account, new ZohoDeletedQuery("Leads", null, null)))
                        .records())
                .containsExactly(new ZohoDeletion(5, Instant.parse("2026-11-22T08:00:00Z")));
    }

    @Test
    void theTimelineTellsStagesAndNothingElse() {
        standIn.reacts(json(200, """
                {"__timeline":[
                 {"id":"1","action":"updated","source":"crm_ui","audited_time":"2026-11-21T16:40:00-05:00",
                  "done_by":{"name":"Rob","id":"2"},"record":{"id":"5"},
                  "field_history":[{"api_name":"Lead_Status","_value":{"old":"Attempted","new":"Contacted"}},
                                   {"api_name":"Phone","_value":{"old":"1","new":"2"}}],
                  "related_record":null,"automation_details":null},
                 {"id":"3","action":null,"source":"workflow","audited_time":"2026-11-20T16:40:00-05:00","done_by":null,
                  "field_history":[{"api_name":"Lead_Status","_value":{"old":null,"new":"Attempted"}}]},
                 {"id":"2","action":"added","source":"crm_ui","audited_time":"2026-11-19T16:40:00-05:00","done_by":null,
                  "field_history":null}],
                 "info":{"more_records":false}}
                """));

        assertThat(SomeZoho.content(zoho.timeline.read(account, new ZohoTimelineQuery(5))))
                .containsExactly(
                        new ZohoStageChange(
                                Instant.parse("2026-11-21T21:40:00Z"), "Attempted", "Contacted", "Rob", "person"),
                        new ZohoStageChange(
                                Instant.parse("2026-11-20T21:40:00Z"), null, "Attempted", null, "workflow"));
    }

    @Test
    void aNoteCarriesOurMarkerAndSetsNoWorkflowGoing() {
        standIn.reacts(json(201, "{\"data\":[{\"status\":\"success\",\"details\":{\"id\":\"77\"}}]}"));

        assertThat(SomeZoho.content(zoho.write.note(
                                account, new NewZohoNote("Leads", 5, "Called, left message", "By Tony", "HL-7f3c")))
                        .id())
                .isEqualTo(77);

        assertThat(standIn.asked().getFirst().body())
                .contains("\"trigger\":[]", "HL-7f3c", "\"id\":\"5\"", "\"api_name\":\"Leads\"");
    }

    @Test
    void aTaskForALeadSaysItsModuleAndOneForAContactDoesNot() {
        standIn.reacts(json(201, "{\"data\":[{\"status\":\"success\",\"details\":{\"id\":\"77\"}}]}"));
        LocalDate due = LocalDate.of(2026, 11, 25);

        zoho.write.task(account, new NewZohoTask("Leads", 5, "Call back", due, "HL-1"));
        zoho.write.task(account, new NewZohoTask("Contacts", 6, "Call back", due, "HL-2"));

        assertThat(standIn.asked().get(0).body())
                .contains("\"$se_module\":\"Leads\"", "What_Id", "\"Due_Date\":\"2026-11-25\"", "\"trigger\":[]")
                .doesNotContain("Who_Id");
        assertThat(standIn.asked().get(1).body()).contains("Who_Id").doesNotContain("What_Id", "$se_module");
    }

    @Test
    void whatArrivedIsFoundByItsMarkerOverSeveralPages() {
        standIn.reacts(exchange -> (exchange.getRequestURI().toString().contains("page_token=n")
                        ? json(200, list("{\"id\":\"78\",\"Note_Content\":\"By Tony\\n\\nHot Leads HL-7f3c\"}", ""))
                        : json(
                                200,
                                list(
                                        "{\"id\":\"70\",\"Note_Content\":null}",
                                        "\"more_records\":true,\"next_page_token\":\"n\"")))
                .to(exchange));
        ZohoMarkerQuery query =
                new ZohoMarkerQuery("note", "Leads", 5, "HL-7f3c", Instant.parse("2026-11-22T13:00:00Z"));

        assertThat(SomeZoho.content(zoho.write.find(account, query)).id()).isEqualTo(78);
        assertThat(standIn.asked().getFirst().headers().get("If-modified-since"))
                .containsExactly("2026-11-21T13:00:00+00:00");

        standIn.reacts(json(304, ""));
        assertThat(zoho.write.find(account, query).outcome()).isEqualTo(ProviderOutcome.NOTHING);
    }

    @Test
    void theAccountNamesTheRightsThatAreMissing() {
        standIn.reacts(exchange -> (exchange.getRequestURI().getPath().endsWith("/Notes")
                        ? json(401, "{\"code\":\"OAUTH_SCOPE_MISMATCH\",\"status\":\"error\"}")
                        : exchange.getRequestURI().getPath().endsWith("/org")
                                ? json(
                                        200,
                                        "{\"org\":[{\"company_name\":\"Ours\",\"time_zone\":\"America/New_York\",\"license_details\":{\"paid_type\":\"standard\"}}]}")
                                : json(204, ""))
                .to(exchange));

        var read = SomeZoho.content(zoho.account.read(account));

        assertThat(read.plan()).isEqualTo("standard");
        assertThat(read.zone()).isEqualTo("America/New_York");
        assertThat(read.missing()).containsExactly("ZohoCRM.modules.notes.READ");
    }

    @Test
    void aChannelIsKeptWithItsTokenAndWithoutValues() {
        standIn.reacts(json(201, "{\"watch\":[{\"status\":\"success\"}]}"));

        assertThat(SomeZoho.content(zoho.channel.keep(
                        account,
                        new ZohoChannelOrder(
                                7,
                                URI.create("https://practice.example.org/webhooks/zoho"),
                                "some-channel-token",
                                java.util.List.of("Leads.all"),
                                Instant.parse("2026-11-28T14:00:00Z")))))
                .isTrue();
        assertThat(standIn.asked().getFirst().body())
                .contains(
                        "\"return_affected_field_values\":false", "\"channel_id\":\"7\"", "2026-11-28T14:00:00+00:00");
    }

    private static String list(String rows, String info) {
        return "{\"data\":[" + rows + "],\"info\":{" + info + "}}";
    }
}
