package hotleads.core.leads;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.leads.Leads.Cursor;
import hotleads.platform.fuzz.ShortRun;
import hotleads.platform.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Any texts as what the list is asked with: a line each for the cursor, view, owner, band, reason and calendar. */
class ListQueryFuzzTest {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    @Test
    void isOursOrRefused() {
        ShortRun.of(ListQueryFuzzTest.class, ListQueryFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String[] lines = Arrays.copyOf(new String(input, StandardCharsets.UTF_8).split("\n", -1), 6);
        cursor(lines[0]);
        filter(lines);
    }

    private static void cursor(String text) {
        try {
            PageMark mark = PageMark.parse(text);
            Cursor place = Objects.requireNonNull(mark.cursor());
            assertThat(place.time() == null
                            || !place.time().isBefore(FIRST) && !place.time().isAfter(LAST))
                    .as("a time that PostgreSQL knows")
                    .isTrue();
            assertThat(mark.rank()).isPositive();
            assertThat(PageMark.parse(mark.after(place, 0))).isEqualTo(mark);
        } catch (Problem refused) {
            assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        }
    }

    private static void filter(String[] lines) {
        try {
            LeadFilter filter = LeadFilter.parse(lines[1], lines[2], lines[3], lines[4], lines[5]);
            // Nothing that was typed stands in the query, and only words and ids in the trail.
            assertThat(filter.where()).matches("[a-z_A-Z0-9.:<>= ()\\[\\]@'-]+");
            assertThat(filter.inWords()).matches("[A-Za-z0-9&=-]+");
        } catch (Problem refused) {
            assertThat(refused.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        }
    }
}
