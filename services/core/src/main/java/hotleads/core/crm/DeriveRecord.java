package hotleads.core.crm;

import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoStageChange;
import hotleads.core.leads.rules.Stage;
import hotleads.core.people.PersonOf;
import hotleads.core.sources.Observed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What we hold of a lead or contact, from all that was ever answered about it, and from nothing else. */
@Component
class DeriveRecord {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final CrmContents contents;
    private final PersonOf personOf;

    DeriveRecord(CrmContents contents, PersonOf personOf) {
        this.contents = contents;
        this.personOf = personOf;
    }

    /** A record with its moves. */
    record Derived(CrmRecord record, List<StageMove> moves) {}

    /**
     * @param seen what was answered, in the order of the reads that showed it last
     * @param timelines what its timeline was answered to be, likewise
     */
    Optional<Derived> from(List<Observed> seen, List<Observed> timelines) {
        List<Observed> people = seen.stream()
                .filter(one -> one.state().equals(CrmContents.PERSON))
                .toList();
        if (people.isEmpty()) {
            return Optional.empty();
        }
        Observed last = people.getLast();
        ZohoPerson person = contents.person(last);
        List<StageMove> moves = moves(person.id(), people, timelines);
        boolean isGone = seen.getLast().state().equals(CrmContents.GONE);
        Stage stage = person.module().equals(CrmRecord.LEADS) ? PracticeWords.stage(person.status()) : Stage.UNKNOWN;
        return Optional.of(new Derived(
                new CrmRecord(
                        person.id(),
                        person.module(),
                        personOf.identity(Objects.requireNonNull(last.identityId())),
                        last.identityId(),
                        last.id(),
                        firstKnown(people, person, stage),
                        isGone
                                ? CrmRecord.State.GONE
                                : person.converted() ? CrmRecord.State.CONVERTED : CrmRecord.State.OPEN,
                        stage,
                        stageSince(person, stage, moves),
                        PracticeWords.channel(person.source()),
                        person.emailOptOut(),
                        person.createdAt(),
                        person.modifiedAt(),
                        person.convertedTo()),
                moves));
    }

    /** When we first knew of it at its stage: what changed beside that is no news of the enquiry. */
    private Instant firstKnown(List<Observed> people, ZohoPerson now, Stage stage) {
        Instant known = people.getLast().receivedAt();
        for (Observed earlier : people.reversed()) {
            ZohoPerson then = contents.person(earlier);
            if (PracticeWords.stage(then.status()) != stage || then.converted() != now.converted()) {
                break;
            }
            known = earlier.receivedAt();
        }
        return known;
    }

    private static @Nullable Instant stageSince(ZohoPerson person, Stage stage, List<StageMove> moves) {
        return moves.isEmpty() || moves.getLast().to() != stage
                ? stage == Stage.NEW ? person.createdAt() : null
                : moves.getLast().at();
    }

    /** Zoho's own telling where there is one, and what we saw change since. */
    private List<StageMove> moves(long record, List<Observed> people, List<Observed> timelines) {
        Map<ZohoStageChange, Instant> told = new LinkedHashMap<>();
        timelines.forEach(timeline ->
                contents.timeline(timeline).forEach(change -> told.putIfAbsent(change, timeline.receivedAt())));
        List<StageMove> moves = new ArrayList<>();
        told.forEach((change, receivedAt) -> {
            Stage from = PracticeWords.stage(change.from());
            Stage to = PracticeWords.stage(change.to());
            if (from != to) {
                moves.add(new StageMove(record, change.at(), from, to, change.how(), receivedAt));
            }
        });
        seenMoves(record, people).stream()
                .filter(seen -> moves.stream().noneMatch(seen::isToldBy))
                .map(Seen::move)
                .toList()
                .forEach(moves::add);
        moves.sort(Comparator.comparing(StageMove::at).thenComparing(StageMove::to));
        return moves;
    }

    private List<Seen> seenMoves(long record, List<Observed> people) {
        List<Seen> moves = new ArrayList<>();
        @Nullable ZohoPerson before = null;
        for (Observed one : people) {
            ZohoPerson person = contents.person(one);
            Stage stage = PracticeWords.stage(person.status());
            if (before != null && PracticeWords.stage(before.status()) != stage) {
                Stage from = PracticeWords.stage(before.status());
                moves.add(new Seen(
                        new StageMove(record, person.modifiedAt(), from, stage, "unknown", one.receivedAt()),
                        before.modifiedAt()));
            }
            before = person;
        }
        return moves;
    }

    /**
     * A move that two answers show, whatever the timeline says: some are not written there, or late.
     *
     * @param earliest when it was still where it came from
     */
    private record Seen(StageMove move, Instant earliest) {
        boolean isToldBy(StageMove told) {
            return told.to() == move.to()
                    && !told.at().isBefore(earliest.minus(CLOCKS_DIFFER))
                    && !told.at().isAfter(move.at().plus(CLOCKS_DIFFER));
        }
    }
}
