package hotleads.sync.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityAccount;
import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AcuityCalendar;
import hotleads.contracts.AcuityCatalogue;
import hotleads.contracts.AcuityHook;
import hotleads.contracts.AcuitySessionType;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.FreeDatesQuery;
import hotleads.contracts.FreeTimesQuery;
import hotleads.contracts.HookRemoval;
import hotleads.contracts.NewAcuityHook;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.TimeCheckQuery;
import hotleads.platform.settings.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
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

    @Test
    void theAccountIsTheOneWhoseUserWeAre() {
        AcuityAccount read = content(client().account.read());

        assertThat(read.id()).isEqualTo(Long.parseLong(account().userId()));
        assertThat(read.zone())
                .isNotNull()
                .satisfies(zone -> assertThat(ZoneId.of(zone)).isNotNull());
        assertThat(read.hookSenders()).isNotEmpty();
    }

    @Test
    void aWrongKeyFailsTheTestOfTheAccount() {
        ProviderAnswer<AcuityAccount> answer =
                new Client(new Account(account().base(), account().userId(), "no-such-key")).account.read();

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.REFUSED_TOKEN);
        assertThat(answer.cause()).isEqualTo("key-refused");
    }

    @Test
    void everyOfferedTypeNamesCalendarsThatThereAre() {
        AcuityCatalogue catalogue = content(client().catalogue.read());

        assertThat(catalogue.types())
                .isNotEmpty()
                .anyMatch(AcuitySessionType::active)
                .anyMatch(type -> !type.group());
        assertThat(catalogue.calendars()).isNotEmpty().allMatch(calendar -> calendar.name() != null);
        assertThat(catalogue.types())
                .flatMap(AcuitySessionType::calendarIds)
                .isSubsetOf(
                        catalogue.calendars().stream().map(AcuityCalendar::id).toList());
    }

    @Test
    void aFreeTimeOfAFreeDateCanBeBooked() {
        Client client = client();
        AcuitySessionType type = someType(client);
        long calendar = type.calendarIds().getFirst();
        LocalDate date = content(client.freeTimes.dates(new FreeDatesQuery(
                        YearMonth.from(today()).plusMonths(1), type.id(), calendar, "America/New_York")))
                .getFirst();

        Instant time = content(
                        client.freeTimes.times(new FreeTimesQuery(date, type.id(), calendar, "America/New_York")))
                .getFirst();

        assertThat(LocalDate.ofInstant(time, ZoneId.of("America/New_York"))).isEqualTo(date);
        assertThat(content(client.freeTimes.check(new TimeCheckQuery(time, type.id(), calendar))))
                .isTrue();
    }

    @Test
    void threeInTheMorningCannotBeBooked() {
        Client client = client();
        AcuitySessionType type = someType(client);
        Instant night = today().plusDays(10)
                .atTime(3, 0)
                .atZone(ZoneId.of("America/New_York"))
                .toInstant();

        assertThat(content(client.freeTimes.check(
                        new TimeCheckQuery(night, type.id(), type.calendarIds().getFirst()))))
                .isFalse();
    }

    @Test
    void aTypeThatThereIsNotIsNamed() {
        assertThat(client().freeTimes
                        .dates(new FreeDatesQuery(YearMonth.from(today()), 1, 2, "America/New_York"))
                        .cause())
                .isEqualTo("unknown-type");
    }

    @Test
    void aHookIsMadeListedAndRemoved() {
        HooksAtAcuity hooks = client().hooks;
        URI target = URI.create("https://hooks.example.org/webhooks/acuity");

        AcuityHook made = content(hooks.make(new NewAcuityHook("appointment.canceled", target)));

        assertThat(made.active()).isTrue();
        assertThat(content(hooks.list())).contains(made);
        assertThat(content(hooks.remove(new HookRemoval(made.id())))).isTrue();
        assertThat(content(hooks.remove(new HookRemoval(made.id())))).isTrue();
        assertThat(content(hooks.list())).extracting(AcuityHook::id).doesNotContain(made.id());
    }

    @Test
    void aHookToAnotherPortIsRefused() {
        ProviderAnswer<AcuityHook> answer = client().hooks
                .make(new NewAcuityHook(
                        "appointment.canceled", URI.create("https://hooks.example.org:8443/webhooks/acuity")));

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.BAD_REQUEST);
        assertThat(answer.content()).isNull();
    }

    private static AcuitySessionType someType(Client client) {
        return content(client.catalogue.read()).types().stream()
                .filter(type -> type.active() && !type.group())
                .findFirst()
                .orElseThrow();
    }

    private static <T> T content(ProviderAnswer<T> answer) {
        assertThat(answer.outcome()).as(String.valueOf(answer.cause())).isEqualTo(ProviderOutcome.OK);
        return Objects.requireNonNull(answer.content());
    }

    private Client client() {
        return new Client(account());
    }

    /** The calls of one client, which keeps its own pace. */
    private static final class Client {
        private final ReadAccount account;
        private final ReadCatalogue catalogue;
        private final ReadFreeTimes freeTimes;
        private final HooksAtAcuity hooks;

        Client(Account known) {
            AcuityProperties properties = properties(known);
            AcuityApi api = new AcuityApi(properties, SomeReads.acts(Clock.systemUTC()), Clock.systemUTC());
            this.account = new ReadAccount(api, properties);
            this.catalogue = new ReadCatalogue(api, properties);
            this.freeTimes = new ReadFreeTimes(api, properties);
            this.hooks = new HooksAtAcuity(api, properties);
        }
    }

    private AppointmentsAnswer read(long id) {
        return readAppointment(account()).read(id);
    }

    private AppointmentsAnswer window(LocalDate from, LocalDate to) {
        AcuityProperties properties = properties(account());
        Clock clock = Clock.systemUTC();
        return new ReadWindow(new AcuityApi(properties, SomeReads.acts(clock), clock), properties, clock)
                .read(from, to);
    }

    private static ReadAppointment readAppointment(Account account) {
        AcuityProperties properties = properties(account);
        Clock clock = Clock.systemUTC();
        return new ReadAppointment(new AcuityApi(properties, SomeReads.acts(clock), clock), properties, clock);
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
