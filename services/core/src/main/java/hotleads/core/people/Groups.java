package hotleads.core.people;

import hotleads.core.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person is a set of identities: those of one home, and of all homes that people have joined with it. Joining and
 * parting move identities from one person to another and nothing else; what was done about a person stays theirs, and
 * counts for the whole while they are part of it.
 */
@Component
public class Groups {
    private final JdbcClient jdbc;
    private final People people;
    private final KnownAnew knownAnew;
    private final ObjectProvider<FollowsIdentities> followers;

    Groups(JdbcClient jdbc, People people, KnownAnew knownAnew, ObjectProvider<FollowsIdentities> followers) {
        this.jdbc = jdbc;
        this.people = people;
        this.knownAnew = knownAnew;
        this.followers = followers;
    }

    /** One identity with where it stands. */
    record Placed(UUID id, UUID person, UUID home) {}

    /** Holds the records of both against everybody else until the transaction ends; first of all in a decision. */
    public void hold(UUID one, UUID other) {
        people.holdNewcomers();
        jdbc.sql("""
                        SELECT id FROM identity WHERE person_id IN (SELECT person_id FROM identity WHERE id IN (?, ?))
                        ORDER BY id FOR UPDATE
                        """).params(one, other).query((row, number) -> 0).list();
    }

    public boolean areOne(UUID one, UUID other) {
        return place(one).person.equals(place(other).person);
    }

    /**
     * Two identities that were taken for one by themselves are parted: the one we heard of later gets a person of its
     * own.
     */
    public void part(UUID one, UUID other) {
        Placed first = place(one);
        Placed second = place(other);
        if (first.home.equals(second.home)) {
            UUID later = Ids.BY_AGE.compare(one, other) > 0 ? one : other;
            jdbc.sql("UPDATE identity SET home_id = ? WHERE id = ?")
                    .params(people.ownPerson(later), later)
                    .update();
        }
    }

    /**
     * Puts everybody around these two where the decisions that stand say.
     *
     * @return all whose facts may have changed
     */
    public Set<UUID> settle(UUID one, UUID other) {
        List<UUID> persons = List.of(place(one).person, place(other).person);
        Set<UUID> homes = homes(persons);
        Set<UUID> concerned = new LinkedHashSet<>(homes);
        concerned.addAll(people.tiedTo(homes));
        lock(concerned);
        Map<UUID, UUID> roots = roots(homes);
        List<UUID> moved = new ArrayList<>();
        homes.forEach(home -> moved.addAll(place(home, Objects.requireNonNull(roots.get(home)))));
        followers.forEach(follower -> follower.follow(moved));
        if (!moved.isEmpty()) {
            // Of those who gave and of those who got.
            knownAnew.note(homes);
        }
        homes.forEach(this::showAsOneOfTheirs);
        concerned.addAll(people.tiedTo(homes));
        return concerned;
    }

    /**
     * These records, which belong together, stand for themselves from now on.
     *
     * @return the person they are now
     */
    public UUID apart(List<UUID> identities) {
        UUID own = people.ownPerson(identities.getFirst());
        jdbc.sql("UPDATE identity SET person_id = ?, home_id = ? WHERE id = ANY (?)")
                .params(own, own, identities.toArray(UUID[]::new))
                .update();
        followers.forEach(follower -> follower.follow(identities));
        return own;
    }

    private Placed place(UUID identity) {
        return jdbc.sql("SELECT id, person_id, home_id FROM identity WHERE id = ?")
                .param(identity)
                .query((row, number) -> new Placed(
                        row.getObject("id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getObject("home_id", UUID.class)))
                .single();
    }

    private Set<UUID> homes(Collection<UUID> persons) {
        UUID[] wholes = persons.toArray(UUID[]::new);
        return new LinkedHashSet<>(jdbc.sql("""
                        SELECT home_id FROM identity WHERE person_id = ANY (?)
                        UNION SELECT id FROM person WHERE part_of = ANY (?) OR id = ANY (?)
                        ORDER BY 1
                        """)
                .params(wholes, wholes, wholes)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
    }

    /** In the order everybody locks people in. */
    private void lock(Collection<UUID> persons) {
        jdbc.sql("SELECT id FROM person WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE")
                .param(persons.toArray(UUID[]::new))
                .query((row, number) -> 0)
                .list();
    }

    /** Homes that decisions join, each with the oldest of them. */
    private Map<UUID, UUID> roots(Set<UUID> homes) {
        Map<UUID, UUID> roots = new HashMap<>();
        homes.forEach(home -> roots.put(home, home));
        jdbc.sql("""
                        SELECT a.home_id, b.home_id FROM match_candidate c
                        JOIN identity a ON a.id = c.identity_a JOIN identity b ON b.id = c.identity_b
                        WHERE c.state = 'same' AND a.home_id = ANY (?) AND b.home_id = ANY (?)
                        """)
                .params(homes.toArray(UUID[]::new), homes.toArray(UUID[]::new))
                .query(row -> {
                    join(roots, row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return roots;
    }

    private static void join(Map<UUID, UUID> roots, UUID one, UUID other) {
        UUID first = Objects.requireNonNull(roots.get(one));
        UUID second = Objects.requireNonNull(roots.get(other));
        UUID older = Ids.BY_AGE.compare(first, second) <= 0 ? first : second;
        roots.replaceAll((home, root) -> root.equals(first) || root.equals(second) ? older : root);
    }

    /** @return the identities that went to another person */
    private List<UUID> place(UUID home, UUID root) {
        jdbc.sql("UPDATE person SET part_of = ? WHERE id = ?")
                .params(java.util.Arrays.asList(home.equals(root) ? null : root, home))
                .update();
        return jdbc.sql("UPDATE identity SET person_id = ? WHERE home_id = ? AND person_id <> ? RETURNING id")
                .params(root, home, root)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Nobody is shown under a name that is another's now. */
    private void showAsOneOfTheirs(UUID person) {
        jdbc.sql("""
                        UPDATE person p SET shown_as = newest.id
                        FROM (SELECT i.id FROM identity i WHERE i.person_id = ? ORDER BY i.id DESC LIMIT 1) AS newest
                        WHERE p.id = ? AND NOT EXISTS (SELECT 1 FROM identity s WHERE s.id = p.shown_as AND s.person_id = p.id)
                        """).params(person, person).update();
    }
}
