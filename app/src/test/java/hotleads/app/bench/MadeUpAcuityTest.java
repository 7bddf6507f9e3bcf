package hotleads.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.bench.MadeUpAcuity.Appointment;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Acuity that benchmarks read from. */
class MadeUpAcuityTest {
    private static final LocalDate END = LocalDate.of(2025, 3, 1);

    @Test
    void listsWhatAWindowHoldsAndNothingAfterItsLastDay() throws Exception {
        try (MadeUpAcuity acuity = new MadeUpAcuity(END, 64)) {
            JsonNode listed = get(acuity, "/api/v1/appointments?minDate=2025-02-15&maxDate=2025-03-10&max=1000");

            List<Appointment> held = acuity.between(LocalDate.of(2025, 2, 15), LocalDate.of(2025, 3, 10));
            assertThat(listed.valueStream().map(one -> one.path("id").asLong()))
                    .hasSize(14 * 64)
                    .doesNotHaveDuplicates()
                    .containsExactlyElementsOf(
                            held.stream().map(Appointment::id).toList());
            assertThat(listed.get(0).path("datetime").asString()).isEqualTo("2025-02-15T08:00:00+0000");
        }
    }

    @Test
    void hasEveryoneComeTenTimes() {
        try (MadeUpAcuity acuity = new MadeUpAcuity(END, 3)) {
            var times = acuity.between(LocalDate.ofEpochDay(19_000), LocalDate.ofEpochDay(19_019)).stream()
                    .collect(Collectors.groupingBy(Appointment::email, Collectors.counting()));

            assertThat(times).hasSize(6);
            assertThat(times.values()).containsOnly(10L);
        }
    }

    @Test
    void knowsNothingElse() throws Exception {
        try (MadeUpAcuity acuity = new MadeUpAcuity(END, 3)) {
            assertThat(get(acuity, "/api/v1/appointments/7").path("error").asString())
                    .isEqualTo("not_found");
        }
    }

    private static JsonNode get(MadeUpAcuity acuity, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(java.net.URI.create(acuity.address() + path))
                    .build();
            return JsonMapper.shared()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        }
    }
}
