package hotleads.core.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import hotleads.contracts.PractitionersPlaces;
import hotleads.contracts.PractitionersPlaces.Places;
import hotleads.core.staff.ProviderPlaces.Known;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProviderPlacesTest {
    @Test
    void eachOfSomebodysCalendarsIsAtTheirAddress() {
        assertThat(ProviderPlaces.byCalendar(List.of(places(List.of(7L, 8L), "dana@a.example")), Places::zoomHost))
                .containsOnlyKeys(7L, 8L)
                .containsValue("dana@a.example");
    }

    @Test
    void ofTwoWhoNameDifferentPlacesForOneCalendarNeitherIsMeant() {
        List<Places> all = List.of(
                places(List.of(7L), "dana@a.example"),
                places(List.of(7L, 8L), "omar@a.example"),
                places(List.of(9L), null));

        assertThat(ProviderPlaces.byCalendar(all, Places::zoomHost)).containsOnlyKeys(8L);
    }

    @Test
    void twoWhoNameTheSameShareIt() {
        List<Places> all = List.of(places(List.of(7L), "both@a.example"), places(List.of(7L), "both@a.example"));

        assertThat(ProviderPlaces.byCalendar(all, Places::zoomHost)).containsOnlyKeys(7L);
    }

    @Test
    void whatWasKnownOfAnAccountHoldsWhileItDoesNotOpen() {
        Known before = Known.after(null, told(List.of(places(List.of(7L), "dana@a.example")), List.of()));

        Known unread = Known.after(before, told(List.of(), List.of(7L, 8L)));

        assertThat(unread.zoomHosts()).containsExactly(entry(7L, "dana@a.example"));
        assertThat(unread.untold()).isEmpty();
        assertThat(Known.after(unread, told(List.of(), List.of())).zoomHosts()).isEmpty();
    }

    @Test
    void nobodySpeaksForAnAccountThatDoesNotOpenNotEvenWhoSharesItsCalendar() {
        PractitionersPlaces told = told(List.of(places(List.of(7L), "omar@a.example")), List.of(7L));

        Known atTheStart = Known.after(null, told);
        Known stillNot = Known.after(atTheStart, told);
        Known opened = Known.after(stillNot, told(told.practitioners(), List.of()));

        assertThat(List.of(atTheStart, stillNot)).allSatisfy(known -> {
            assertThat(known.zoomHosts()).isEmpty();
            assertThat(known.untold()).containsExactly(7L);
        });
        assertThat(opened.zoomHosts()).containsExactly(entry(7L, "omar@a.example"));
        assertThat(opened.untold()).isEmpty();
    }

    private static PractitionersPlaces told(List<Places> places, List<Long> unread) {
        return new PractitionersPlaces(places, unread);
    }

    private static Places places(List<Long> calendars, @Nullable String host) {
        return new Places(UUID.randomUUID(), calendars, null, host);
    }
}
