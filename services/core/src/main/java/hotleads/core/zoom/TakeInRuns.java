package hotleads.core.zoom;

import hotleads.core.attendance.DeriveAttendance;
import hotleads.core.attendance.RunSeen;
import hotleads.core.attendance.Runs;
import hotleads.core.leads.Evaluations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns an answer into what we hold, in one transaction: runs, judgements, places on the list, and that it was read.
 */
@Component
class TakeInRuns {
    private final Runs runs;
    private final DeriveAttendance derive;
    private final Evaluations evaluations;
    private final Looks looks;

    TakeInRuns(Runs runs, DeriveAttendance derive, Evaluations evaluations, Looks looks) {
        this.runs = runs;
        this.derive = derive;
        this.evaluations = evaluations;
        this.looks = looks;
    }

    /**
     * All runs around some sessions.
     *
     * @param read by Zoom's name for each
     * @return how many told something new
     */
    @Transactional
    public int take(Map<String, RunSeen> read, List<Looks.Due> sessions, long ticket, Instant at) {
        List<RunSeen> news = new ArrayList<>();
        read.forEach((uuid, run) -> {
            if (runs.take(uuid, run, ticket, at)) {
                news.add(run);
            }
        });
        sessions.forEach(session -> looks.read(session, at));
        Set<UUID> touched = new LinkedHashSet<>(
                derive.of(sessions.stream().map(Looks.Due::booking).sorted().toList()));
        // A client of another practitioner may have sat in one of these rooms.
        news.forEach(run -> touched.addAll(derive.around(run.opensAt(), run.closesAt())));
        evaluations.evaluate(touched);
        return news.size();
    }

    @Transactional
    public void notRead(List<Looks.Due> sessions, Instant now) {
        sessions.forEach(session -> looks.notRead(session, now));
    }
}
