package hotleads.auth.sessions;

import hotleads.auth.Nowhere;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sessions in a map, as {@link Sessions} keeps them in the database. */
public final class SessionsInMemory extends Sessions {
    private final Map<UUID, Held> sessions = new HashMap<>();
    private final SecureRandom random;
    private final Clock clock;

    public SessionsInMemory(SecureRandom random, Clock clock) {
        super(Nowhere.client(), random, clock);
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Begun begin(Account account, Stage state, Visit visit) {
        return begin(Session.afterPassword(UUID.randomUUID(), account.id(), account.role(), state, clock.instant()));
    }

    @Override
    public Begun beginByPasskey(Account account, Stage state, Visit visit) {
        return begin(Session.afterPasskey(UUID.randomUUID(), account.id(), account.role(), state, clock.instant()));
    }

    private Begun begin(Session session) {
        SessionSecret secret = SessionSecret.random(random);
        sessions.put(session.sid(), new Held(secret, session));
        return new Begun(secret, session);
    }

    @Override
    public SessionSecret advance(Session session) {
        SessionSecret secret = SessionSecret.random(random);
        sessions.computeIfPresent(session.sid(), (sid, before) -> new Held(secret, session));
        return secret;
    }

    @Override
    public Optional<Session> find(SessionSecret secret) {
        return sessions.values().stream()
                .filter(held -> held.secret.equals(secret))
                .map(Held::session)
                .filter(this::isLive)
                .findFirst();
    }

    boolean isLive(Session session) {
        Instant now = clock.instant();
        return session.endsAt().isAfter(now)
                && session.idleEndsAt().isAfter(now)
                && !session.lastUsedAt().isAfter(now.plusSeconds(60));
    }

    @Override
    public void lock(Session session) {
        sessions.computeIfPresent(session.sid(), (sid, before) -> new Held(before.secret, session));
    }

    @Override
    public void end(UUID sid) {
        sessions.remove(sid);
    }

    @Override
    public boolean end(AccountId account, UUID sid) {
        Held held = sessions.get(sid);
        return held != null && held.session.account().equals(account) && sessions.remove(sid, held);
    }

    @Override
    public List<UUID> endAll(AccountId account) {
        return endOthers(account, UUID.randomUUID());
    }

    @Override
    public List<UUID> endOthers(AccountId account, UUID stays) {
        List<UUID> ended = new ArrayList<>();
        sessions.values().removeIf(held -> {
            boolean ends = held.session.account().equals(account)
                    && !held.session.sid().equals(stays);
            if (ends) {
                ended.add(held.session.sid());
            }
            return ends;
        });
        return ended;
    }

    private record Held(SessionSecret secret, Session session) {}
}
