package hotleads.core.people;

import hotleads.core.Ids;
import hotleads.core.vault.Vault;
import hotleads.vault.Digests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds people by what someone typed, without any of it being readable where it is looked up. */
@Component
public class FindPeople {
    private static final Pattern NUMBER = Pattern.compile("[+()\\d\\s./-]{6,}");
    private static final int MOST_WORDS = 6;

    private final JdbcClient jdbc;
    private final Normalise normalise;
    private final Vault vault;

    FindPeople(JdbcClient jdbc, Normalise normalise, Vault vault) {
        this.jdbc = jdbc;
        this.normalise = normalise;
        this.vault = vault;
    }

    /**
     * @param text an e-mail, a number in any spelling, or words of a name, each from its beginning
     * @return people, the newest first
     */
    public List<UUID> by(String text, int limit) {
        String email = Normalise.email(text);
        if (email != null) {
            return withAll("email", List.of(email), limit);
        }
        String phone = phoneIn(text);
        if (phone != null) {
            return withAll("phone", List.of(phone), limit);
        }
        List<String> words = Normalise.typedWords(text);
        return words.isEmpty()
                ? List.of()
                : withAll(IdentityDigests.WORD, words.stream().limit(MOST_WORDS).toList(), limit);
    }

    /** Everybody who is nobody's part, the newest first. */
    public List<UUID> everybody(@Nullable UUID after, int limit) {
        UUID beyond = after == null ? new UUID(-1, -1) : after;
        return jdbc.sql("SELECT id FROM person WHERE part_of IS NULL AND id < ? ORDER BY id DESC LIMIT ?")
                .params(beyond, limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private @Nullable String phoneIn(String text) {
        return NUMBER.matcher(text.strip()).matches() ? normalise.phone(text) : null;
    }

    /** All digests of an identity are of one key: so each key is asked by itself, and its index walked in order. */
    private List<UUID> withAll(String kind, List<String> values, int limit) {
        return vault.search().asked().stream()
                .flatMap(key -> withAll(key, kind, values, limit).stream())
                .sorted(Comparator.comparing(Found::identity, Ids.BY_AGE).reversed())
                .limit(limit)
                .map(Found::person)
                .distinct()
                .toList();
    }

    /** One index range, walked until enough are found; each further word is a look into the same index. */
    private List<Found> withAll(Digests key, String kind, List<String> values, int limit) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("""
                SELECT i.id, i.person_id
                FROM identity_digest d JOIN identity i ON i.id = d.identity_id WHERE d.kind = ? AND d.digest = ?
                """);
        parameters.add(kind);
        parameters.add(key.of(kind, values.getFirst()));
        for (String further : values.subList(1, values.size())) {
            sql.append("""
                     AND EXISTS (SELECT 1 FROM identity_digest f
                                 WHERE f.kind = ? AND f.digest = ? AND f.identity_id = d.identity_id)
                    """);
            parameters.add(kind);
            parameters.add(key.of(kind, further));
        }
        sql.append(" ORDER BY d.identity_id DESC LIMIT ?");
        parameters.add(limit);
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query((row, number) -> new Found(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    private record Found(UUID identity, UUID person) {}
}
