package hotleads.core.attendance;

import hotleads.core.attendance.RunSeen.Participant;
import hotleads.core.tombstones.Marks;
import hotleads.core.tombstones.Tombstones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Leaves people who were erased out of runs that were over by then, so that they are in none, however often it is read.
 */
@Component
class ErasedSeats {
    private final Tombstones tombstones;
    private final ReadStays stays;

    ErasedSeats(Tombstones tombstones, ReadStays stays) {
        this.tombstones = tombstones;
        this.stays = stays;
    }

    RunSeen without(String uuid, RunSeen seen) {
        Map<Participant, List<String>> marks = new HashMap<>();
        seen.participants().stream()
                .filter(participant -> !participant.host())
                .forEach(participant -> marks.put(participant, marksOf(participant)));
        String own = Marks.run(uuid);
        Map<String, Instant> found = tombstones.of(
                Stream.concat(Stream.of(own), marks.values().stream().flatMap(List::stream))
                        .toList());
        if (found.isEmpty()) {
            return seen;
        }
        return new RunSeen(
                seen.calendarId(),
                seen.opensAt(),
                seen.closesAt(),
                seen.people(),
                seen.listed(),
                seen.participants().stream()
                        .filter(one -> one.host()
                                || !found.containsKey(own)
                                        && Objects.requireNonNull(marks.get(one)).stream()
                                                .filter(found::containsKey)
                                                .noneMatch(mark -> !seen.closesAt()
                                                        .isAfter(Objects.requireNonNull(found.get(mark)))))
                        .toList());
    }

    private List<String> marksOf(Participant participant) {
        Stay stay = stays.of(List.of(participant)).getFirst();
        List<String> marks = new ArrayList<>();
        if (stay.name().size() > 1) {
            marks.add(Marks.seat(stay.name().stream().sorted().collect(Collectors.joining(" "))));
        }
        if (stay.email() != null) {
            marks.add(Marks.seat(stay.email()));
        }
        if (stay.phone() != null) {
            marks.add(Marks.seat(stay.phone()));
        }
        return marks;
    }
}
