package hotleads.sync.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityAppointment;
import hotleads.sync.SomeAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RowTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void needsFiveFieldsOnly() {
        assertThat(read(SomeAnswers.appointment(7, "")))
                .isEqualTo(new AcuityAppointment(
                        7,
                        null,
                        null,
                        null,
                        null,
                        Instant.parse("2026-11-24T20:30:00Z"),
                        50,
                        4038206,
                        null,
                        14792299,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        List.of(),
                        null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"datetime", "duration", "calendarID", "appointmentTypeID"})
    void isUnreadableWithoutOneOfThem(String field) {
        ObjectNode row = (ObjectNode) JSON.readTree(SomeAnswers.appointment(7, ""));

        assertThat(Row.read(row.deepCopy().without(field))).isEqualTo(new Row.Unreadable(7));
        assertThat(Row.read(row.deepCopy().putNull(field))).isEqualTo(new Row.Unreadable(7));
        assertThat(Row.read(row.deepCopy().put(field, "nonsense"))).isEqualTo(new Row.Unreadable(7));
        assertThat(Row.read(row.deepCopy().set(field, row))).isEqualTo(new Row.Unreadable(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "\"x\"", "{\"id\":null}", "{\"id\":\"x\"}", "{\"id\":1e400}"})
    void isNamelessWithoutAnId(String json) {
        assertThat(Row.read(JSON.readTree(json))).isEqualTo(new Row.Nameless());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "0000-01-01T00:00:00-0500"})
    void isUnreadableInAYearThatNobodyMeans(String time) {
        assertThat(Row.read(JSON.readTree(SomeAnswers.appointment(7, "").replace("2026-11-24T15:30:00-0500", time))))
                .isEqualTo(new Row.Unreadable(7));
    }

    @ParameterizedTest
    @CsvSource({"50", "\"50\"", "\" 50 \""})
    void takesTheDurationAsNumberOrText(String duration) {
        assertThat(read(with("duration", duration)).durationMinutes()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "\"-50\"", "99999999999", "50.5", "true"})
    void isUnreadableWithADurationThatIsNone(String duration) {
        assertThat(Row.read(JSON.readTree(with("duration", duration)))).isEqualTo(new Row.Unreadable(7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|",
                "[]|",
                "[{\"id\":3,\"name\":\"Completed\",\"color\":\"green\"}]|3",
                "[{\"id\":\"3\"},{\"name\":\"x\"},null,4]|3",
                "\"none\"|",
            })
    void takesLabelsInEveryForm(String labels, String ids) {
        List<Long> wanted = ids == null ? List.of() : List.of(Long.valueOf(ids));

        assertThat(read(with("labels", labels)).labelIds()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, true",
        "true, false, true, false",
        "true, null, true, ",
        "false, true, false, ",
        "null, true, false, ",
        "\"yes\", \"1\", true, true",
        "\"no\", false, false, ",
    })
    void countsAsMissedOnlyWhenCancelled(String canceled, String noShow, boolean isCanceled, Boolean isMissed) {
        AcuityAppointment read = read(SomeAnswers.appointment(7, "\"canceled\":" + canceled + ",\"noShow\":" + noShow));

        assertThat(read.canceled()).isEqualTo(isCanceled);
        assertThat(read.noShow()).isEqualTo(isMissed);
    }

    @ParameterizedTest
    @CsvSource({"null, false", "\"\", false", "\"dana@example.org\", true"})
    void knowsWhoBookedWhenAcuitySaysSo(String scheduledBy, boolean byStaff) {
        assertThat(read(SomeAnswers.appointment(7, "\"scheduledBy\":" + scheduledBy))
                        .bookedByStaff())
                .isEqualTo(byStaff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien-Nuñez", "محمد عبد الله", "\u200fדנה\u200f", "Zoë 🦊👩‍👩‍👧", "李 小龙"})
    void keepsNamesAsTheyAre(String name) {
        assertThat(read(SomeAnswers.appointment(7, "\"firstName\":\"" + name + "\""))
                        .firstName())
                .isEqualTo(name);
    }

    @Test
    void leavesOutHalvesOfCharactersThatNoAnswerToCoreCouldHold() {
        assertThat(read(SomeAnswers.appointment(7, "\"firstName\":\"A\\ud800na\""))
                        .firstName())
                .isEqualTo("Ana");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"null|", "\"\"|", "\"  \"|", "{}|", "1235550103|1235550103", "\" +1 \\u0000(123) \\n\"|+1 (123)"})
    void takesThePhoneInEveryForm(String phone, String wanted) {
        assertThat(read(SomeAnswers.appointment(7, "\"phone\":" + phone)).phone())
                .isEqualTo(wanted);
    }

    @Test
    void takesIdsBeyondThirtyTwoBits() {
        assertThat(read(SomeAnswers.appointment(9_990_961_446L, "\"classID\":\"9990961447\""))
                        .classId())
                .isEqualTo(9_990_961_447L);
    }

    @Test
    void readsAnyDamagedRowWithoutFailing() {
        Random random = new Random(7);
        String whole = SomeAnswers.WHOLE;

        IntStream.range(0, 20_000).forEach(round -> {
            StringBuilder damaged = new StringBuilder(whole);
            damaged.setCharAt(random.nextInt(whole.length()), "0\"{}[],:x-".charAt(random.nextInt(10)));
            Answer answer = SomeReply.of(damaged.toString());
            if (answer instanceof Answer.Content(var json)) {
                assertThat(Row.read(json)).isNotNull();
            }
        });
    }

    private static String with(String field, String json) {
        ObjectNode row = (ObjectNode) JSON.readTree(SomeAnswers.appointment(7, ""));
        return row.set(field, JSON.readTree(json)).toString();
    }

    private static AcuityAppointment read(String json) {
        return ((Row.Readable) Row.read(JSON.readTree(json))).appointment();
    }
}
