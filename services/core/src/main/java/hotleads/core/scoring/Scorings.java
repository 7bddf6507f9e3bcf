package hotleads.core.scoring;

import hotleads.core.leads.rules.Scoring;
import hotleads.core.leads.rules.Weight;
import hotleads.core.vault.PracticeVault;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Versions as stored: added, never changed. The first is in no row: every practice starts with it. */
@Component
public class Scorings {
    private static final TypeReference<Map<String, Weight>> WEIGHTS = new TypeReference<>() {};

    /** No version ever changes, so one that was read once need not be read again. */
    private final Map<Integer, Scoring> read = new ConcurrentHashMap<>(Map.of(1, Scoring.STARTING));

    private final JdbcClient jdbc;
    private final PracticeVault vault;
    private final JsonMapper json;

    Scorings(JdbcClient jdbc, PracticeVault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** What holds for whoever is evaluated in the caller's transaction. */
    public Scoring current() {
        int version = jdbc.sql("SELECT coalesce(max(version), 1) FROM scoring_version")
                .query(Integer.class)
                .single();
        return of(version);
    }

    public Scoring of(int version) {
        Scoring known = read.get(version);
        return known != null ? known : read(version);
    }

    /** Until the caller's transaction ends nobody else decides. */
    public void hold() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('core.scoring'))")
                .query((row, number) -> 0)
                .list();
    }

    private Scoring read(int version) {
        Scoring found = jdbc.sql("SELECT version, weights FROM scoring_version WHERE version = ?")
                .param(version)
                .query((row, number) -> scoring(row))
                .single();
        read.put(version, found);
        return found;
    }

    /** All of them, the newest first. */
    public List<Published> all(Unopened unopened) {
        List<Published> all = new ArrayList<>(jdbc.sql(
                        "SELECT version, weights, published_at, published_by, note FROM scoring_version ORDER BY version DESC")
                .query((row, number) -> published(row, unopened))
                .list());
        all.add(Published.STARTING);
        return all;
    }

    /** In the caller's transaction, which must {@link #hold}. */
    public void add(Scoring scoring, Instant at, UUID by, String note) {
        SealingKey key = vault.key();
        jdbc.sql("""
                        INSERT INTO scoring_version (version, weights, published_at, published_by, note, key_id)
                        VALUES (?, ?::jsonb, ?, ?, ?, ?)
                        """)
                .params(
                        scoring.version(),
                        text(scoring.weights()),
                        Timestamp.from(at),
                        by,
                        key.seal(note, place(scoring.version())),
                        key.id())
                .update();
    }

    public String text(Map<String, Weight> weights) {
        return json.writeValueAsString(weights);
    }

    public Map<String, Weight> weights(String text) {
        return json.readValue(text, WEIGHTS);
    }

    private Published published(ResultSet row, Unopened unopened) throws SQLException {
        byte[] note = row.getBytes("note");
        int version = row.getInt("version");
        return new Published(
                scoring(row),
                row.getTimestamp("published_at").toInstant(),
                row.getObject("published_by", UUID.class),
                unopened.open(() -> vault.key().openText(note, place(version))).orElse(null));
    }

    private Scoring scoring(ResultSet row) throws SQLException {
        return new Scoring(row.getInt("version"), weights(row.getString("weights")));
    }

    private static Place place(int version) {
        return new Place("scoring_version", "note", Integer.toString(version));
    }
}
