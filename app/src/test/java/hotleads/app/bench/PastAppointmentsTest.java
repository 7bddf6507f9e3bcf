package hotleads.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.app.bench.PastAppointments.Appointment;
import hotleads.app.console.Refusal;
import hotleads.scorecard.Before;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastAppointmentsTest {
    private static final String HEAD = "PatientId,AppointmentID,Age,ScheduledDay,AppointmentDay,No-show\n";

    @TempDir
    private Path folder;

    @Test
    void knowsOfADayWhatWasKnownTheEveningBefore() throws IOException {
        List<List<Appointment>> days = read(HEAD + """
                1,13,40,2016-05-02T10:00:00Z,2016-05-04T00:00:00Z,No
                1,11,40,2016-05-01T10:00:00Z,2016-05-02T00:00:00Z,Yes
                1,12,40,2016-05-01T11:00:00Z,2016-05-02T00:00:00Z,No
                2,14,50,2016-05-05T11:00:00Z,2016-05-04T00:00:00Z,No
                """);

        assertThat(days).hasSize(2);
        assertThat(days.getFirst()).extracting(one -> one.known().before()).containsOnly(new Before(1, 0, 0));
        assertThat(days.getLast())
                .extracting(one -> one.known().before())
                .containsExactlyInAnyOrder(new Before(2, 2, 1), new Before(0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PatientId,AppointmentID\n1,2\n",
                HEAD + "1,11,40,yesterday,2016-05-02T00:00:00Z,Yes\n",
                HEAD + "1,11\n",
            })
    void refusesWhatIsNoSuchTable(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Refusal.class).hasMessageContaining("table");
    }

    private List<List<Appointment>> read(String text) throws IOException {
        return PastAppointments.read(Files.writeString(folder.resolve("past.csv"), text));
    }
}
