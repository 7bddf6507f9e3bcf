package hotleads.sync.acuity;

import static hotleads.sync.AcuityStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.HookRemoval;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.AcuityStandIn;
import hotleads.sync.SomeAnswers;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands around the bookings: the account, what it offers, its hooks. */
class AccountTest {
    private final AcuityStandIn acuity = new AcuityStandIn();
    private final SomeReads reads = new SomeReads(acuity.uri());

    @AfterEach
    void stop() {
        acuity.close();
    }

    @Test
    void itsTestPassesThoughItsHookSendersAreNotTold() {
        acuity.reacts(exchange -> (exchange.getRequestURI().getPath().endsWith("/me")
                        ? json(200, "{\"id\":\"19999999\",\"timezone\":\"America/New_York\"}")
                        : AcuityStandIn.html(502))
                .to(exchange));

        var account = Objects.requireNonNull(reads.account.read().content());

        assertThat(account.id()).isEqualTo(19_999_999);
        assertThat(account.hookSenders()).isNull();
    }

    @Test
    void aTypeNoLongerOfferedIsToldFromOneThatIs() {
        acuity.reacts(exchange -> (exchange.getRequestURI().getPath().endsWith("/calendars")
                        ? json(200, "[{\"id\":2,\"name\":\"Dana\",\"thumbnail\":\"//images.example.org/2.png\"}]")
                        : json(200, """
                        [{"id":1,"name":"Old","active":false,"type":"service","calendarIDs":[2]},
                         {"id":3,"name":"Circle","type":"class","calendarIDs":null},{"name":"without an id"}]"""))
                .to(exchange));

        var types = Objects.requireNonNull(reads.catalogue.read().content()).types();

        assertThat(types).hasSize(2);
        assertThat(types.getFirst().active()).isFalse();
        assertThat(types.getLast().active()).isTrue();
        assertThat(types.getLast().group()).isTrue();
        assertThat(types.getLast().calendarIds()).isEmpty();
    }

    @Test
    void aHookSwitchedOffIsNotActive() {
        acuity.reacts(json(200, """
                [{"id":8123,"event":"appointment.scheduled","target":"https://hooks.example.org/a","status":"disabled"}]"""));

        assertThat(reads.hooks.list().content()).singleElement().matches(hook -> !hook.active());
    }

    @Test
    void aListWithAHookThatCannotBeReadIsNotBelieved() {
        acuity.reacts(json(200, "[{\"id\":8123,\"event\":\"appointment.scheduled\"}]"));

        assertThat(reads.hooks.list().cause()).isEqualTo("bad-content");
    }

    @Test
    void aHookThatIsGoneCountsAsRemovedAndARefusalDoesNot() {
        acuity.reacts(json(404, "{\"status_code\":404,\"message\":\"x\",\"error\":\"not_found\"}"));
        assertThat(reads.hooks.remove(new HookRemoval(8123)).outcome()).isEqualTo(ProviderOutcome.OK);

        acuity.reacts(json(403, SomeAnswers.FORBIDDEN));
        assertThat(reads.hooks.remove(new HookRemoval(8123)).outcome()).isEqualTo(ProviderOutcome.REFUSED_PERMISSION);
    }
}
