package hotleads.core.calendars;

import hotleads.core.people.ErasedRecords;
import hotleads.core.sources.Observed;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceObservations;
import hotleads.core.vault.PracticeVault;
import hotleads.core.vault.Vault;
import hotleads.vault.inuse.SearchKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Leaves sessions of erased people out of what Google answered about our own events. The times stay busy for as long as
 * the events are there, as any other's.
 */
@Component
public class ForgetBookings {
    private static final int AT_ONCE = 200;

    private final TakeInEvents takeIn;
    private final SourceObservations observations;
    private final ErasedRecords erased;
    private final PracticeVault practice;
    private final Vault vault;

    ForgetBookings(
            TakeInEvents takeIn,
            SourceObservations observations,
            ErasedRecords erased,
            PracticeVault practice,
            Vault vault) {
        this.takeIn = takeIn;
        this.observations = observations;
        this.erased = erased;
        this.practice = practice;
        this.vault = vault;
    }

    /**
     * Of some events after the mark, in the caller's transaction.
     *
     * @return where to go on; nothing when these were the last
     */
    public Optional<Long> forgetErasedAfter(long mark) {
        SearchKeys keys = vault.holdSearch();
        List<Long> records = takeIn.recordsAfter(mark, AT_ONCE);
        Map<Observed, Long> bookings = new HashMap<>();
        records.stream()
                .flatMap(record -> observations.of(Source.GOOGLE, record).stream())
                .forEach(one -> {
                    Long booking = TakeInEvents.bookingIn(one);
                    if (booking != null) {
                        bookings.put(one, booking);
                    }
                });
        Set<Long> gone = erased.erasedAmong("acuity", bookings.values());
        bookings.entrySet().removeIf(one -> !gone.contains(one.getValue()));
        bookings.keySet()
                .forEach(one -> observations.replace(one, TakeInEvents.withoutBooking(one), practice.key(), keys));
        bookings.keySet().stream()
                .map(Observed::recordId)
                .collect(Collectors.toSet())
                .forEach(takeIn::derive);
        return records.size() < AT_ONCE ? Optional.empty() : Optional.of(records.getLast());
    }
}
