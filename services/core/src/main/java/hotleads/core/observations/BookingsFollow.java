package hotleads.core.observations;

import hotleads.core.people.FollowsIdentities;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bookings go with the identity they were made under. */
@Component
class BookingsFollow implements FollowsIdentities {
    private final JdbcClient jdbc;

    BookingsFollow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void follow(Collection<UUID> identities) {
        jdbc.sql("""
                        UPDATE booking b SET person_id = i.person_id FROM identity i
                        WHERE i.id = b.identity_id AND i.id = ANY (?) AND b.person_id <> i.person_id
                        """).param(identities.toArray(UUID[]::new)).update();
    }
}
