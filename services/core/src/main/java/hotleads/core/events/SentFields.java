package hotleads.core.events;

import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.Unopened;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The form fields a delivery came with. Acuity sends four with ids in them; anything else is named and not shown. */
@Component
class SentFields {
    private static final Set<String> KNOWN = Set.of("action", "id", "calendarID", "appointmentTypeID");

    /** Ids and action words; whatever else someone put there may describe a person. */
    private static final Pattern PLAIN = Pattern.compile("[a-z.]{1,40}|[0-9]{1,18}");

    private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");

    private final JdbcClient jdbc;
    private final Vault vault;

    SentFields(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * One form field.
     *
     * @param value null when it is not one of the ids we know
     */
    record SentField(String name, @Nullable String value) {}

    /** None when what came does not open. */
    List<SentField> of(UUID delivery, Unopened unopened) {
        return unopened.open(() -> bodyOf(delivery)).map(SentFields::fields).orElse(List.of());
    }

    private byte[] bodyOf(UUID delivery) {
        return jdbc.sql("SELECT body, key_id FROM inbox_delivery WHERE id = ?")
                .param(delivery)
                .query((row, number) -> vault.key(row.getObject("key_id", UUID.class))
                        .open(row.getBytes("body"), new Place("inbox_delivery", "body", delivery)))
                .single();
    }

    private static List<SentField> fields(byte[] body) {
        List<SentField> sent = new ArrayList<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                sent.add(field(pair.substring(0, equals), pair.substring(equals + 1)));
            }
        }
        return sent;
    }

    private static SentField field(String rawName, String rawValue) {
        String name = NAME.matcher(rawName).matches() ? rawName : "other";
        String value = decoded(rawValue);
        return new SentField(name, KNOWN.contains(name) && PLAIN.matcher(value).matches() ? value : null);
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return raw;
        }
    }
}
