package hotleads.core.exports;

import java.util.List;

/**
 * One kind of what is held of a person.
 *
 * @param name as the archive spells it
 * @param sql its rows; knows the person by the names of {@link Whose}
 * @param values what of a row is sealed
 */
record Part(String name, String sql, List<Sealed> values) {
    Part {
        values = List.copyOf(values);
    }

    static Part of(String name, String sql, Sealed... values) {
        return new Part(name, sql, List.of(values));
    }

    /**
     * A sealed value in a row.
     *
     * @param as the row's name for it
     * @param table where it is sealed for
     * @param row the row's name for the id it is sealed for
     * @param key the row's name for its key
     * @param isJson whether it is a record of ours and no free text
     */
    record Sealed(String as, String table, String column, String row, String key, boolean isJson) {
        static Sealed text(String table, String column) {
            return new Sealed(column, table, column, "id", "key_id", false);
        }

        static Sealed json(String table, String column) {
            return new Sealed(column, table, column, "id", "key_id", true);
        }

        /** A name of the practice's own beside a booking. */
        static Sealed beside(String as, String table, String row) {
            return new Sealed(as, table, "name", row, as + "_key", false);
        }

        Sealed ofRow(String id) {
            return new Sealed(as, table, column, id, key, isJson);
        }

        String place() {
            return table + '.' + column;
        }
    }
}
