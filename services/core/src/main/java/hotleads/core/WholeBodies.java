package hotleads.core;

import hotleads.platform.problem.Problem;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * A request's records are what their types say before any code of ours sees them: what is not called nullable is there,
 * texts hold no U+0000, which PostgreSQL cannot store, and times lie in the years it knows.
 */
@RestControllerAdvice
class WholeBodies extends RequestBodyAdviceAdapter {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9_999, 12, 31);
    private static final Instant FIRST_MOMENT =
            FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant LAST_MOMENT = LAST.atStartOfDay(ZoneOffset.UTC).toInstant();

    private final Map<Class<?>, List<Member>> known = new ConcurrentHashMap<>();

    private record Member(Method accessor, boolean nullable) {}

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body == null) {
            // Spring takes the word null for a body, and asks about it what it says is never null.
            throw refused("The body is missing");
        }
        check(body);
        return body;
    }

    private void check(Object value) {
        switch (value) {
            case String text when text.indexOf('\0') >= 0 -> throw refused("A text holds a character that is none");
            case Instant moment when moment.isBefore(FIRST_MOMENT) || moment.isAfter(LAST_MOMENT) -> throw outOfYears();
            case LocalDate date when date.isBefore(FIRST) || date.isAfter(LAST) -> throw outOfYears();
            case Collection<?> several -> several.forEach(this::checkElement);
            case Record record -> membersOf(record.getClass()).forEach(member -> check(record, member));
            default -> {}
        }
    }

    private void checkElement(@Nullable Object element) {
        if (element == null) {
            throw refused("A list has an element that is not there");
        }
        check(element);
    }

    private void check(Record record, Member member) {
        Object value = valueOf(record, member);
        if (value != null) {
            check(value);
        } else if (!member.nullable) {
            throw refused("The member " + member.accessor.getName() + " is missing");
        }
    }

    private static Problem outOfYears() {
        return refused("A time lies in the years 1 to 9999");
    }

    private static @Nullable Object valueOf(Record record, Member member) {
        try {
            return member.accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Member> membersOf(Class<?> type) {
        return known.computeIfAbsent(
                type,
                record -> Arrays.stream(record.getRecordComponents())
                        .map(WholeBodies::member)
                        .toList());
    }

    private static Member member(RecordComponent component) {
        Method accessor = component.getAccessor();
        // A request's records are often private to their controller.
        accessor.setAccessible(true);
        AnnotatedElement type = component.getAnnotatedType();
        return new Member(accessor, type.isAnnotationPresent(Nullable.class));
    }

    private static Problem refused(String title) {
        return new Problem(HttpStatus.BAD_REQUEST, "bad-request", title);
    }
}
