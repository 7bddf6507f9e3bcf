package hotleads.core.attendance;

import hotleads.core.attendance.RunSeen.Participant;
import hotleads.core.people.Normalise;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Participants as their rows name them, folded so that they can be compared. */
@Component
class ReadStays {
    /** What people add behind their name, and what the provider writes in the place of a comma. */
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");

    private static final Pattern NUMBER = Pattern.compile("[+0-9()./\\s-]{7,30}");

    private final Normalise normalise;

    ReadStays(Normalise normalise) {
        this.normalise = normalise;
    }

    List<Stay> of(List<Participant> participants) {
        return participants.stream()
                .map(this::stay)
                .sorted(Comparator.comparing(stay -> stay.span().from()))
                .toList();
    }

    private Stay stay(Participant one) {
        String name = one.name() == null ? "" : one.name();
        return new Stay(
                new Span(one.joinedAt(), one.leftAt()),
                one.host(),
                one.inMeeting(),
                NUMBER.matcher(name).matches()
                        ? Set.of()
                        : Set.copyOf(Normalise.typedWords(ASIDE.matcher(name)
                                .replaceAll(" ")
                                .replace('#', ' ')
                                .replace(',', ' '))),
                Normalise.email(one.email()),
                phone(name),
                one.registered());
    }

    private @Nullable String phone(String name) {
        return NUMBER.matcher(name).matches() ? normalise.phone(name.strip()) : null;
    }
}
