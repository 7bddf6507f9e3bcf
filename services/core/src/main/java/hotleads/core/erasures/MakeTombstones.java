package hotleads.core.erasures;

import hotleads.core.people.CompareIdentities;
import hotleads.core.people.ContactDetails;
import hotleads.core.people.ErasedRecords;
import hotleads.core.people.Normalise;
import hotleads.core.tombstones.Marks;
import hotleads.vault.CannotOpen;
import hotleads.vault.inuse.SearchKeys;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down, as digests, what records of somebody would be known by if they came again. */
@Component
class MakeTombstones {
    private final CompareIdentities identities;
    private final JdbcClient jdbc;

    MakeTombstones(CompareIdentities identities, JdbcClient jdbc) {
        this.identities = identities;
        this.jdbc = jdbc;
    }

    /** @param keys made with the newest of them; all are asked later */
    List<String> of(Extent extent, SearchKeys keys) {
        Set<String> texts = new TreeSet<>();
        extent.bookings().forEach(booking -> texts.add(Marks.record("acuity", booking)));
        extent.records().forEach(record -> texts.add(Marks.record("zoho", record)));
        extent.identities().forEach(identity -> texts.addAll(known(identity, extent)));
        ownRuns(extent).forEach(run -> texts.add(Marks.run(run)));
        return texts.stream()
                .map(text -> Base64.getEncoder().encodeToString(keys.of(Marks.DIGEST, text)))
                .toList();
    }

    private List<String> known(UUID identity, Extent extent) {
        try {
            ContactDetails details = identities.details(identity);
            List<String> texts = new ArrayList<>();
            // Whose records were parted from these is somebody else, whatever they are called and reached by.
            ErasedRecords.byEmail(details)
                    .filter(mark -> !hasDouble(identity, "email", extent))
                    .ifPresent(texts::add);
            ErasedRecords.byPhone(details)
                    .filter(mark -> !hasDouble(identity, "phone", extent))
                    .ifPresent(texts::add);
            Stream.of(details.email(), details.phone())
                    .filter(Objects::nonNull)
                    .map(Marks::seat)
                    .forEach(texts::add);
            List<String> words = Normalise.typedWords(details.name());
            if (words.size() > 1 && !hasNamesake(identity, extent)) {
                texts.add(Marks.seat(words.stream().sorted().distinct().collect(Collectors.joining(" "))));
            }
            return texts;
        } catch (CannotOpen altered) {
            // Its records are known by their numbers all the same.
            return List.of();
        }
    }

    private boolean hasDouble(UUID identity, String kind, Extent extent) {
        return jdbc.sql("""
                        SELECT EXISTS (
                          SELECT 1 FROM identity_digest own_name
                          JOIN identity_digest own ON own.identity_id = own_name.identity_id AND own.kind = ?
                          JOIN identity_digest name ON name.kind = 'name' AND name.digest = own_name.digest
                          JOIN identity_digest other ON other.identity_id = name.identity_id AND other.kind = own.kind
                            AND other.digest = own.digest
                          WHERE own_name.identity_id = ? AND own_name.kind = 'name' AND NOT name.identity_id = ANY (?))
                        """)
                .params(kind, identity, extent.identities().toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** By a name alone somebody is left out of a meeting only where nobody else bears it. */
    private boolean hasNamesake(UUID identity, Extent extent) {
        return jdbc.sql("""
                        SELECT EXISTS (
                          SELECT 1 FROM identity_digest own JOIN identity_digest other ON other.kind = 'name' AND other.digest = own.digest
                          WHERE own.identity_id = ? AND own.kind = 'name' AND NOT other.identity_id = ANY (?))
                        """)
                .params(identity, extent.identities().toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Meetings around their sessions that nobody else had a session in. */
    private List<String> ownRuns(Extent extent) {
        return extent.in(jdbc.sql("""
                        SELECT DISTINCT r.key FROM zoom_run z JOIN source_record r ON r.id = z.run_id
                        JOIN booking b ON b.calendar_id = z.calendar_id AND b.id = ANY (:bookings)
                          AND z.opens_at < b.starts_at + make_interval(mins => b.duration_minutes + 30)
                          AND z.closes_at > b.starts_at - interval '20 minutes'
                        WHERE NOT EXISTS (
                          SELECT 1 FROM booking o WHERE o.calendar_id = z.calendar_id AND NOT o.id = ANY (:bookings) AND o.state <> 'gone'
                            AND o.starts_at < z.closes_at AND o.starts_at + make_interval(mins => o.duration_minutes) > z.opens_at)
                        """)).query((row, number) -> row.getString(1)).list();
    }
}
