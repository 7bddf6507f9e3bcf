package hotleads.core.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** By country, the numbers the practice gives itself. */
@Component
class HelpNumbers {
    private static final String SELECT = "SELECT country, checked_on, numbers FROM help_country ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HelpNumbers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those of one country, and the day on which somebody last looked whether they are right. */
    record OfCountry(String country, LocalDate checkedOn, List<HelpNumber> numbers) {}

    List<OfCountry> all() {
        return jdbc.sql(SELECT + "ORDER BY country")
                .query((row, number) -> read(row))
                .list();
    }

    Optional<OfCountry> of(String country) {
        return jdbc.sql(SELECT + "WHERE country = ?")
                .param(country)
                .query((row, number) -> read(row))
                .optional();
    }

    void put(OfCountry one) {
        jdbc.sql("""
                        INSERT INTO help_country (country, numbers, checked_on) VALUES (?, ?::jsonb, ?)
                        ON CONFLICT (country) DO UPDATE
                          SET numbers = EXCLUDED.numbers, checked_on = EXCLUDED.checked_on
                        """)
                .params(one.country(), json.writeValueAsString(one.numbers()), one.checkedOn())
                .update();
    }

    private OfCountry read(ResultSet row) throws SQLException {
        return new OfCountry(
                row.getString("country"),
                row.getObject("checked_on", LocalDate.class),
                List.of(json.readValue(row.getString("numbers"), HelpNumber[].class)));
    }
}
