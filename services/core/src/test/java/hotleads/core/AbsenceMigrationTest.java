package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days away that were told before there was one way to tell them. */
class AbsenceMigrationTest {
    @Test
    void whatWasToldInEitherPlaceHolds() throws SQLException {
        SomeDatabase database = SomeDatabase.empty("told_twice");
        database.migrateTo("22");
        database.execute("""
                INSERT INTO core.holiday VALUES (7, '2026-12-24', '2027-01-02'), (12, '2026-12-31', '2026-12-31');
                INSERT INTO core.absence VALUES
                  ('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000da', '2026-12-24', '2026-12-26', NULL)
                """);

        database.migrateTo("latest");

        assertThat(told(database))
                .containsExactly(
                        "- 7 2026-12-24 2027-01-02",
                        "- 12 2026-12-31 2026-12-31",
                        "00000000-0000-4000-8000-0000000000da - 2026-12-24 2026-12-26");
    }

    private static List<String> told(SomeDatabase database) throws SQLException {
        List<String> told = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT concat_ws(' ', coalesce(practitioner_id::text, '-'), coalesce(calendar_id::text, '-'), from_day, until_day)
                        FROM core.absence ORDER BY calendar_id NULLS LAST
                        """)) {
            while (row.next()) {
                told.add(row.getString(1));
            }
        }
        return told;
    }
}
