package hotleads.sync;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderAnswer;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether core can be told: in texts that UTF-8 and PostgreSQL hold, times of the years they know, words of ours for
 * what went wrong; and whether the same record arrives.
 */
public final class Tellable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final long DAY_MILLIS = 86_400_000;

    private Tellable() {}

    /** @param type of what is told, as core reads it */
    public static <T> void check(T told, TypeReference<T> type) {
        checkValue(told);
        assertThat(JSON.readValue(JSON.writeValueAsBytes(told), type)).isEqualTo(told);
    }

    private static void checkValue(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case ProviderAnswer<?> answer -> {
                checkFailure(answer.cause(), answer.retryAfterMillis());
                checkValue(answer.content());
            }
            case AppointmentsAnswer answer -> {
                checkFailure(answer.cause(), answer.retryAfterMillis());
                checkValue(answer.appointments());
            }
            case String text -> assertThat(isPlain(text)).as("plain text").isTrue();
            case Instant moment -> assertThat(moment).isBetween(FIRST, LAST);
            case LocalDate date -> assertThat(date.getYear()).isBetween(1, 9_999);
            case Collection<?> several -> several.forEach(Tellable::checkValue);
            case Record record -> checkRecord(record);
            default -> {}
        }
    }

    private static void checkFailure(@Nullable String cause, @Nullable Long retryAfterMillis) {
        assertThat(cause == null || cause.matches("[a-z-]{1,40}"))
                .as("a word of ours")
                .isTrue();
        assertThat(retryAfterMillis == null || retryAfterMillis >= 0 && retryAfterMillis <= DAY_MILLIS)
                .as("a wait of a day at most")
                .isTrue();
    }

    private static boolean isPlain(String text) {
        return !text.isBlank()
                && text.codePoints()
                        .noneMatch(letter ->
                                Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE);
    }

    private static void checkRecord(Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                checkValue(component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
