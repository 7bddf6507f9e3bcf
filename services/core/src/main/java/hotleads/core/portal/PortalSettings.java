package hotleads.core.portal;

import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stored here and not on the phone, which keeps nothing; sealed, because a zone tells where somebody is. */
@Component
class PortalSettings {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    PortalSettings(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    PortalSetting of(UUID person, Unopened unopened) {
        return jdbc.sql("SELECT content, key_id FROM portal_setting WHERE person_id = ?")
                .param(person)
                .query((row, number) -> new Sealed(row.getBytes("content"), row.getObject("key_id", UUID.class)))
                .optional()
                .flatMap(row -> unopened.open(() -> open(person, row)))
                .orElse(PortalSetting.UNSET);
    }

    void put(UUID person, PortalSetting setting) {
        SealingKey key = vault.key(jdbc.sql("SELECT key_id FROM person WHERE id = ?")
                .param(person)
                .query(UUID.class)
                .single());
        jdbc.sql("""
                        INSERT INTO portal_setting (person_id, content, key_id) VALUES (?, ?, ?)
                        ON CONFLICT (person_id) DO UPDATE SET content = EXCLUDED.content, key_id = EXCLUDED.key_id
                        """)
                .params(person, key.seal(json.writeValueAsBytes(setting), place(person)), key.id())
                .update();
    }

    private PortalSetting open(UUID person, Sealed sealed) {
        return json.readValue(vault.key(sealed.keyId).open(sealed.content, place(person)), PortalSetting.class);
    }

    private static Place place(UUID person) {
        return new Place("portal_setting", "content", person);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sealed(byte[] content, UUID keyId) {}
}
