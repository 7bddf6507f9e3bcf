package hotleads.core.crm;

import hotleads.core.people.FollowsIdentities;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Zoho's records go with the identity they stand for. */
@Component
class CrmFollows implements FollowsIdentities {
    private final JdbcClient jdbc;

    CrmFollows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void follow(Collection<UUID> identities) {
        jdbc.sql("""
                        UPDATE crm_record r SET person_id = i.person_id FROM identity i
                        WHERE i.id = r.identity_id AND i.id = ANY (?) AND r.person_id <> i.person_id
                        """).param(identities.toArray(UUID[]::new)).update();
    }
}
