package hotleads.core.matches;

import hotleads.core.acts.Acts;
import hotleads.core.leads.Evaluations;
import hotleads.core.matches.Matches.Decision;
import hotleads.core.matches.Matches.Pair;
import hotleads.core.people.Groups;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way two records become one person, or are parted: by somebody's word, whole or not at all, with its entry.
 */
@Component
class DecideMatch {
    private final Matches matches;
    private final Groups groups;
    private final Evaluations evaluations;
    private final Acts acts;

    DecideMatch(Matches matches, Groups groups, Evaluations evaluations, Acts acts) {
        this.matches = matches;
        this.groups = groups;
        this.evaluations = evaluations;
        this.acts = acts;
    }

    /** @param seen how many decisions about the pair the caller's page showed */
    @Transactional
    public void decide(UUID id, Verdict verdict, int seen, Caller caller) {
        matches.lock(id);
        Pair pair = matches.find(id).orElseThrow(DecideMatch::noSuchPair);
        if (pair.decisions() != seen) {
            throw decidedMeanwhile(pair, caller);
        }
        evaluations.evaluate(settled(pair, verdict, caller));
    }

    /**
     * Says of a record that it is not this person's: whatever joined it is taken back, or it gets a person of its own.
     */
    @Transactional
    public void splitOff(UUID person, UUID identity, Caller caller) {
        if (matches.recordsOf(person).stream()
                .noneMatch(record -> record.identity().equals(identity))) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such record of this person");
        }
        List<UUID> joining = matches.joining(identity);
        List<UUID> pairs = joining.isEmpty()
                ? matches.housemate(identity)
                        .map(mate -> List.of(matches.pairOf(mate, identity)))
                        .orElse(List.of())
                : joining;
        if (pairs.isEmpty()) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "only-record", "This is the only record of this person");
        }
        Set<UUID> touched = new LinkedHashSet<>();
        pairs.forEach(pair -> touched.addAll(
                settled(matches.find(pair).orElseThrow(DecideMatch::noSuchPair), Verdict.DIFFERENT, caller)));
        evaluations.evaluate(touched);
    }

    private Set<UUID> settled(Pair pair, Verdict verdict, Caller caller) {
        UUID one = pair.one().identity();
        UUID other = pair.other().identity();
        groups.hold(one, other);
        matches.decide(pair.id(), verdict, caller.accountId());
        if (verdict == Verdict.DIFFERENT) {
            groups.part(one, other);
        }
        Set<UUID> touched = groups.settle(one, other);
        if (verdict == Verdict.DIFFERENT) {
            refuseIfStillOne(one, other);
            Pair now = matches.find(pair.id()).orElseThrow(DecideMatch::noSuchPair);
            matches.settleOthersBetween(now.one().person(), now.other().person());
        }
        acts.byPerson(
                caller,
                "match." + verdict.word(),
                "person",
                pair.one().person() + "," + pair.other().person());
        return touched;
    }

    private void refuseIfStillOne(UUID one, UUID other) {
        if (groups.areOne(one, other)) {
            throw new Problem(
                    HttpStatus.CONFLICT,
                    "still-together",
                    "Another decision makes these two one person: take that one back first");
        }
    }

    private Problem decidedMeanwhile(Pair pair, Caller caller) {
        Map<String, Object> told = new HashMap<>();
        told.put("state", pair.state());
        matches.lastOf(pair.id()).ifPresent((Decision last) -> {
            told.put("latestAt", last.at());
            told.put("latestBy", last.account());
            told.put("latestByYou", last.account().equals(caller.accountId()));
        });
        return new Problem(HttpStatus.CONFLICT, "decided-meanwhile", "Somebody decided this pair meanwhile", told);
    }

    private static Problem noSuchPair() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such pair");
    }
}
