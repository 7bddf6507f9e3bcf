package hotleads.sync.acuity;

import hotleads.contracts.AppointmentsAnswer;
import hotleads.platform.report.CountedActs;
import hotleads.platform.report.TimeOrderedIds;
import hotleads.platform.settings.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.util.unit.DataSize;

/** The use cases without a program around them, with short times and a clock that stands. */
final class SomeReads {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    final ReadAccount account;
    final ReadCatalogue catalogue;
    final ReadFreeTimes freeTimes;
    final HooksAtAcuity hooks;

    private final ReadAppointment appointment;
    private final ReadWindow window;

    SomeReads(URI acuity) {
        AcuityProperties properties = new AcuityProperties(
                "10000001",
                new Secret("some-key"),
                acuity,
                Duration.ofSeconds(1),
                Duration.ofMillis(400),
                Duration.ofSeconds(1),
                DataSize.ofMegabytes(1),
                1_000);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        AcuityApi api = new AcuityApi(properties, acts(clock), clock);
        this.appointment = new ReadAppointment(api, properties, clock);
        this.window = new ReadWindow(api, properties, clock);
        this.account = new ReadAccount(api, properties);
        this.catalogue = new ReadCatalogue(api, properties);
        this.freeTimes = new ReadFreeTimes(api, properties);
        this.hooks = new HooksAtAcuity(api, properties);
    }

    AppointmentsAnswer appointment(long id) {
        return appointment.read(id);
    }

    AppointmentsAnswer window(String from, String to) {
        return window.read(LocalDate.parse(from), LocalDate.parse(to));
    }

    /** A count of calls that nobody asks for. */
    static CountedActs acts(Clock clock) {
        return new CountedActs(new TimeOrderedIds(clock), clock);
    }
}
