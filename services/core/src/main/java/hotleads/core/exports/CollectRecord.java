package hotleads.core.exports;

import hotleads.contracts.AccountsHeld;
import hotleads.core.lookback.ScoreHistory;
import hotleads.core.vault.Vault;
import hotleads.vault.Place;
import hotleads.vault.Unopened;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads all that is held of a person and opens it; the caller's transaction makes it one moment's. */
@Component
class CollectRecord {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final OnlyTheirs onlyTheirs;
    private final ScoreHistory scores;
    private final JsonMapper json;

    CollectRecord(JdbcClient jdbc, Vault vault, OnlyTheirs onlyTheirs, ScoreHistory scores, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.onlyTheirs = onlyTheirs;
        this.scores = scores;
        this.json = json;
    }

    /** Every part by its name, each a list of rows; what does not open is left out and remembered. */
    ObjectNode of(UUID person, AccountsHeld accounts, Unopened unopened) {
        Whose whose = Whose.of(person, jdbc);
        ObjectNode parts = json.createObjectNode();
        for (Part part : WhatIsHeld.PARTS) {
            parts.set(part.name(), rows(part, whose, unopened));
        }
        onlyTheirs.keep(parts);
        parts.set("score-history", json.valueToTree(scores.of(person, unopened)));
        parts.set("account", json.valueToTree(accounts.accounts()));
        parts.set("invites", json.valueToTree(accounts.invites()));
        return parts;
    }

    private ArrayNode rows(Part part, Whose whose, Unopened unopened) {
        ArrayNode rows = json.createArrayNode();
        jdbc.sql(part.sql())
                .params(whose.parameters())
                .query()
                .listOfRows()
                .forEach(row -> rows.add(opened(part, row, unopened)));
        return rows;
    }

    private ObjectNode opened(Part part, Map<String, Object> row, Unopened unopened) {
        ObjectNode shown = json.createObjectNode();
        row.forEach((name, value) -> {
            if (value != null && !(value instanceof byte[]) && !isKey(part, name)) {
                shown.set(name, plain(value));
            }
        });
        part.values().forEach(one -> open(one, row, unopened, shown));
        return shown;
    }

    private static boolean isKey(Part part, String name) {
        return part.values().stream()
                .anyMatch(
                        one -> one.key().equals(name) || one.row().equals(one.as() + "_row") && name.equals(one.row()));
    }

    private void open(Part.Sealed sealed, Map<String, Object> row, Unopened unopened, ObjectNode shown) {
        if (row.get(sealed.as()) instanceof byte[] value && row.get(sealed.key()) instanceof UUID key) {
            Place place = new Place(sealed.table(), sealed.column(), String.valueOf(row.get(sealed.row())));
            unopened.open(() -> vault.open(key, value, place))
                    .ifPresent(text -> shown.set(sealed.as(), told(sealed, text)));
        }
    }

    private JsonNode told(Part.Sealed sealed, String text) {
        if (sealed.isJson()) {
            try {
                return json.readTree(text);
            } catch (JacksonException words) {
                // What leaves the building is in each receiver's own format.
                return json.getNodeFactory().stringNode(text);
            }
        }
        return json.getNodeFactory().stringNode(text);
    }

    private JsonNode plain(Object value) {
        return switch (value) {
            case Timestamp time ->
                json.getNodeFactory().stringNode(time.toInstant().toString());
            case Array array -> list(array);
            case java.sql.Date date -> json.getNodeFactory().stringNode(date.toString());
            default -> json.valueToTree(value);
        };
    }

    private ArrayNode list(Array array) {
        try {
            ArrayNode list = json.createArrayNode();
            for (Object one : (Object[]) array.getArray()) {
                list.add(plain(one));
            }
            return list;
        } catch (SQLException broken) {
            throw new IllegalStateException("A list could not be read", broken);
        }
    }
}
