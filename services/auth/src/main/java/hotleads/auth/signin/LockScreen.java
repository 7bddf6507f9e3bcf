package hotleads.auth.signin;

import hotleads.auth.sessions.Sessions;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Locks a session whose screen was left alone: the page keeps its place, and nothing is told to it meanwhile. */
@Component
class LockScreen {
    private final Turns turns;
    private final Sessions sessions;
    private final Trail trail;

    LockScreen(Turns turns, Sessions sessions, Trail trail) {
        this.turns = turns;
        this.sessions = sessions;
        this.trail = trail;
    }

    /** A session that is locked already, or over, needs no lock. */
    @Transactional
    public void lock(Visit visit) {
        turns.take(visit, Stage.SIGNED_IN).ifPresent(turn -> {
            sessions.lock(turn.session().locked());
            trail.done(
                    turn.account().asActor(),
                    Act.SCREEN_LOCKED,
                    new Trail.Subject(
                            "session",
                            turn.session().sid().toString(),
                            turn.account().key()),
                    visit.address());
        });
    }
}
