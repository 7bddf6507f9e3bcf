package hotleads.sync.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityAccount;
import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AcuityCatalogue;
import hotleads.contracts.AcuityHook;
import hotleads.contracts.AppointmentLinks;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.FreeDatesQuery;
import hotleads.contracts.FreeTimesQuery;
import hotleads.contracts.HookRemoval;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.TimeCheckQuery;
import hotleads.platform.fuzz.ShortRun;
import hotleads.platform.settings.Secret;
import hotleads.sync.AnyReply;
import hotleads.sync.Tellable;
import hotleads.sync.http.Deadline;
import hotleads.sync.http.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.type.TypeReference;

/** Any bytes as Acuity's answer, to every question that it is asked. */
class AcuityAnswerFuzzTest {
    private static final Clock CLOCK = Clock.fixed(SomeReads.NOW, ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final long ID = 399_682_887;
    private static final AcuityProperties PROPERTIES = new AcuityProperties(
            "10000001",
            new Secret("some-key"),
            URI.create("http://127.0.0.1:9"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            DataSize.ofMegabytes(1),
            100);

    @Test
    void whateverItAnswersCoreIsToldWhatItCanTakeIn() {
        ShortRun.of(AcuityAnswerFuzzTest.class, AcuityAnswerFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        AcuityApi api = new Answering(AnyReply.of(input));
        TypeReference<AppointmentsAnswer> appointments = new TypeReference<>() {};

        AppointmentsAnswer window = new ReadWindow(api, PROPERTIES, CLOCK).read(DAY, DAY.plusDays(2));
        Tellable.check(window, appointments);
        List<Long> told = new ArrayList<>(window.unreadable());
        told.addAll(window.appointments().stream().map(AcuityAppointment::id).toList());
        assertThat(told).doesNotHaveDuplicates();
        Tellable.check(new ReadAppointment(api, PROPERTIES, CLOCK).read(ID), appointments);
        Tellable.check(new ReadAccount(api, PROPERTIES).read(), new TypeReference<ProviderAnswer<AcuityAccount>>() {});
        Tellable.check(
                new ReadCatalogue(api, PROPERTIES).read(), new TypeReference<ProviderAnswer<AcuityCatalogue>>() {});
        ReadFreeTimes times = new ReadFreeTimes(api, PROPERTIES);
        Tellable.check(
                times.dates(new FreeDatesQuery(YearMonth.from(DAY), 1, 2, "UTC")),
                new TypeReference<ProviderAnswer<List<LocalDate>>>() {});
        Tellable.check(
                times.times(new FreeTimesQuery(DAY, 1, 2, "UTC")),
                new TypeReference<ProviderAnswer<List<Instant>>>() {});
        Tellable.check(
                times.check(new TimeCheckQuery(SomeReads.NOW, 1, 2)), new TypeReference<ProviderAnswer<Boolean>>() {});
        Tellable.check(
                new ReadAppointmentLinks(api, PROPERTIES).read(ID),
                new TypeReference<ProviderAnswer<AppointmentLinks>>() {});
        HooksAtAcuity hooks = new HooksAtAcuity(api, PROPERTIES);
        Tellable.check(hooks.list(), new TypeReference<ProviderAnswer<List<AcuityHook>>>() {});
        Tellable.check(hooks.remove(new HookRemoval(1)), new TypeReference<ProviderAnswer<Boolean>>() {});
    }

    /** The same answer to everything. */
    private static final class Answering extends AcuityApi {
        private final Reply reply;

        private Answering(Reply reply) {
            super(PROPERTIES, SomeReads.acts(CLOCK), CLOCK);
            this.reply = reply;
        }

        @Override
        Answer get(String pathAndQuery, Deadline deadline) {
            return Classify.reply(reply, SomeReads.NOW);
        }

        @Override
        Answer post(String path, Map<String, ?> body, Deadline deadline) {
            return Classify.reply(reply, SomeReads.NOW);
        }

        @Override
        Answer delete(String path, Deadline deadline) {
            return Classify.deletion(reply, SomeReads.NOW);
        }
    }
}
