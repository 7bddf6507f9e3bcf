package hotleads.core.calendars;

import hotleads.core.connections.Schedules;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceAccess;
import hotleads.core.sources.SourceCursors;
import hotleads.core.staff.FollowsPlaces;
import hotleads.core.vault.Vault;
import hotleads.vault.inuse.SearchKeys;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose calendar is another's now, or nobody's: what we hold of the old one, and what opened it, is no more theirs. The
 * address itself is kept nowhere, only what tells it from another.
 */
@Component
class FollowAddresses implements FollowsPlaces {
    private static final String NAME = "address/";
    private static final String KIND = "google-address";
    private static final String NOBODYS = "";

    private final GoogleAddresses addresses;
    private final TakeInEvents takeIn;
    private final SourceAccess access;
    private final SourceCursors cursors;
    private final Schedules schedules;
    private final Vault vault;
    private final TransactionTemplate transaction;

    FollowAddresses(
            GoogleAddresses addresses,
            TakeInEvents takeIn,
            SourceAccess access,
            SourceCursors cursors,
            Schedules schedules,
            Vault vault,
            TransactionTemplate transaction) {
        this.addresses = addresses;
        this.takeIn = takeIn;
        this.access = access;
        this.cursors = cursors;
        this.schedules = schedules;
        this.vault = vault;
        this.transaction = transaction;
    }

    @Override
    public void placesChanged() {
        Set<Long> calendars = new HashSet<>(addresses.all().keySet());
        cursors.named(Source.GOOGLE, NAME).forEach(name -> calendars.add(Long.valueOf(name.substring(NAME.length()))));
        calendars.stream()
                .filter(calendar -> addresses.has(calendar) || !addresses.mayHave(calendar))
                .forEach(calendar -> transaction.executeWithoutResult(status -> follow(calendar)));
        schedules.runNow(CalendarSchedule.TASK);
    }

    private void follow(long calendar) {
        SearchKeys keys = vault.holdSearch();
        String address = addresses.of(calendar).orElse(NOBODYS);
        String now = address.equals(NOBODYS) ? NOBODYS : hex(keys.of(KIND, address));
        String before = cursors.of(Source.GOOGLE, NAME + calendar).orElse(null);
        if (now.equals(before)) {
            return;
        }
        cursors.move(Source.GOOGLE, NAME + calendar, now);
        if (before != null && !isTheSame(before, address, keys)) {
            takeIn.forget(calendar);
            access.forget(Source.GOOGLE, GoogleCalls.account(calendar));
        }
    }

    /** Under an older key, perhaps. */
    private static boolean isTheSame(String before, String address, SearchKeys keys) {
        List<String> all = address.equals(NOBODYS)
                ? List.of(NOBODYS)
                : Stream.of(keys.any(KIND, address)).map(FollowAddresses::hex).toList();
        return all.contains(before);
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
