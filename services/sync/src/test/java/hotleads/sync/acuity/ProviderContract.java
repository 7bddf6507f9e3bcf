package hotleads.sync.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.platform.settings.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** What our client expects of Acuity, whoever plays it: recorded answers, a simulator, or Acuity itself. */
abstract class ProviderContract {
    private static final long NOBODYS_ID = 1;

    abstract Account account();

    /** The middle of the windows that are read. */
    abstract LocalDate today();

    /** Where Acuity is and how we sign in. */
    record Account(URI base, String userId, String key) {}

    @Test
    void aWindowBringsBookingsThatAreAllReadable() {
        AppointmentsAnswer answer = window(today().minusDays(30), today().plusDays(30));

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.OK);
        assertThat(answer.unreadable()).isEmpty();
        assertThat(answer.appointments())
                .isNotEmpty()
                .extracting(AcuityAppointment::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void aWindowBringsCancelledBookingsToo() {
        List<AcuityAppointment> bookings =
                window(today().minusDays(30), today().plusDays(30)).appointments();

        assertThat(bookings).anyMatch(AcuityAppointment::canceled).anyMatch(booking -> !booking.canceled());
    }

    @Test
    void twoHalvesBringWhatTheWholeBrings() {
        List<AcuityAppointment> whole =
                window(today().minusDays(30), today().plusDays(30)).appointments();
        List<AcuityAppointment> first = window(today().minusDays(30), today()).appointments();
        List<AcuityAppointment> second =
                window(today().plusDays(1), today().plusDays(30)).appointments();

        assertThat(first.size() + second.size()).isEqualTo(whole.size());
        assertThat(whole).containsAll(first).containsAll(second);
    }

    @Test
    void aSingleReadBringsTheSameAsTheWindow() {
        List<AcuityAppointment> listed =
                window(today().minusDays(30), today().plusDays(30)).appointments();

        assertThat(listed.stream().limit(3)).allSatisfy(booking -> {
            AppointmentsAnswer single = read(booking.id());
            assertThat(single.appointments()).map(ProviderContract::asListed).containsExactly(asListed(booking));
        });
    }

    @Test
    void aLongEmptyPastBringsNothing() {
        assertThat(window(LocalDate.of(1999, 1, 1), LocalDate.of(1999, 1, 14)).outcome())
                .isEqualTo(ProviderOutcome.NOTHING);
    }

    @Test
    void anUnknownIdIsGone() {
        assertThat(read(NOBODYS_ID).outcome()).isEqualTo(ProviderOutcome.GONE);
    }

    @Test
    void aWrongKeyIsRefused() {
        Account wrong = new Account(account().base(), account().userId(), "no-such-key");

        AppointmentsAnswer answer = readAppointment(wrong).read(NOBODYS_ID);

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.REFUSED_TOKEN);
        assertThat(answer.cause()).isEqualTo("key-refused");
    }

    @Test
    void aWrongUserIsRefused() {
        Account wrong = new Account(account().base(), "1", account().key());

        assertThat(readAppointment(wrong).read(NOBODYS_ID).outcome()).isEqualTo(ProviderOutcome.REFUSED_TOKEN);
    }

    @Test
    void onlyCancelledBookingsCanBeMissed() {
        assertThat(window(today().minusDays(30), today().plusDays(30)).appointments())
                .filteredOn(booking -> Objects.equals(booking.noShow(), true))
                .allMatch(AcuityAppointment::canceled);
    }

    private AppointmentsAnswer read(long id) {
        return readAppointment(account()).read(id);
    }

    private AppointmentsAnswer window(LocalDate from, LocalDate to) {
        AcuityProperties properties = properties(account());
        Clock clock = Clock.systemUTC();
        return new ReadWindow(new AcuityApi(properties, clock), properties, clock).read(from, to);
    }

    private static ReadAppointment readAppointment(Account account) {
        AcuityProperties properties = properties(account);
        Clock clock = Clock.systemUTC();
        return new ReadAppointment(new AcuityApi(properties, clock), properties, clock);
    }

    private static AcuityProperties properties(Account account) {
        return new AcuityProperties(
                account.userId(),
                new Secret(account.key()),
                account.base(),
                Duration.ofSeconds(3),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                DataSize.ofMegabytes(1),
                1_000);
    }

    /** Lists leave out who booked. */
    private static AcuityAppointment asListed(AcuityAppointment read) {
        return new AcuityAppointment(
                read.id(),
                read.firstName(),
                read.lastName(),
                read.phone(),
                read.email(),
                read.startsAt(),
                read.durationMinutes(),
                read.calendarId(),
                read.calendarName(),
                read.appointmentTypeId(),
                read.typeName(),
                read.clientZone(),
                read.calendarZone(),
                read.canceled(),
                read.noShow(),
                read.createdAt(),
                null,
                read.labelIds(),
                read.classId());
    }
}
