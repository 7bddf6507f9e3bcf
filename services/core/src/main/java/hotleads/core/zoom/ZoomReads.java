package hotleads.core.zoom;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZoomParticipant;
import hotleads.contracts.ZoomParticipantsPage;
import hotleads.contracts.ZoomParticipantsQuery;
import hotleads.contracts.ZoomRun;
import hotleads.contracts.ZoomRunsPage;
import hotleads.contracts.ZoomRunsQuery;
import hotleads.core.sources.Lane;
import hotleads.core.sources.NotBrought;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceAccess;
import hotleads.core.sources.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Whole lists from Zoom, page after page: half a list would look as if somebody had not been there. */
@Component
class ZoomReads {
    /** Reports share ten a second with whatever else asks for the account; half is left to others. */
    private static final Lane REPORTS = Lane.of("zoom.heavy", 5);

    private static final int MOST_PAGES = 40;
    private static final int ONCE_MORE = 2;

    private static final ParameterizedTypeReference<ProviderAnswer<ZoomRunsPage>> RUNS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<ProviderAnswer<ZoomParticipantsPage>> PARTICIPANTS =
            new ParameterizedTypeReference<>() {};

    private final SourceAccess access;

    ZoomReads(SourceAccess access) {
        this.access = access;
    }

    /** A list, and how many of its rows could not be read. */
    record Listed<T>(List<T> rows, int unreadable) {}

    /** Empty when Zoom does not know the host. */
    Optional<Listed<ZoomRun>> runs(String host, LocalDate from, LocalDate to, boolean alone) {
        return whole(
                token -> access.ask(
                        Source.ZOOM,
                        Source.MAIN,
                        REPORTS,
                        Turn.SWEEP,
                        "/internal/zoom/runs",
                        new ZoomRunsQuery(host, from, to, alone, token),
                        RUNS),
                page -> new Page<>(page.runs(), page.nextPageToken(), page.unreadable()));
    }

    /** Empty when Zoom does not have the list, or not yet. */
    Optional<Listed<ZoomParticipant>> participants(String uuid) {
        try {
            return participants(uuid, false);
        } catch (NotBrought refused) {
            if (refused.outcome() != ProviderOutcome.REFUSED_PERMISSION) {
                throw refused;
            }
            // Plans and apps without reports say the same elsewhere (sheet §2).
            return participants(uuid, true);
        }
    }

    private Optional<Listed<ZoomParticipant>> participants(String uuid, boolean withoutReports) {
        return whole(
                token -> access.ask(
                        Source.ZOOM,
                        Source.MAIN,
                        REPORTS,
                        Turn.SWEEP,
                        "/internal/zoom/participants",
                        new ZoomParticipantsQuery(uuid, token, withoutReports),
                        PARTICIPANTS),
                page -> new Page<>(page.participants(), page.nextPageToken(), page.unreadable()));
    }

    private static <P, T> Optional<Listed<T>> whole(
            Function<@Nullable String, ProviderAnswer<P>> ask, Function<P, Page<T>> read) {
        for (int attempt = 1; ; attempt++) {
            try {
                return pages(ask, read);
            } catch (NotBrought ended) {
                // Page tokens last a quarter of an hour; the list is begun again then, once.
                if (ended.outcome() != ProviderOutcome.BAD_REQUEST || attempt == ONCE_MORE) {
                    throw ended;
                }
            }
        }
    }

    private static <P, T> Optional<Listed<T>> pages(
            Function<@Nullable String, ProviderAnswer<P>> ask, Function<P, Page<T>> read) {
        List<T> rows = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        int unreadable = 0;
        String token = null;
        for (int number = 0; number < MOST_PAGES; number++) {
            ProviderAnswer<P> answer = ask.apply(token);
            if (answer.outcome() == ProviderOutcome.GONE) {
                return Optional.empty();
            }
            if (answer.outcome() != ProviderOutcome.OK) {
                throw new NotBrought(answer);
            }
            Page<T> page = read.apply(Objects.requireNonNull(answer.content()));
            rows.addAll(page.rows);
            unreadable += page.unreadable;
            token = page.next;
            if (token == null) {
                return Optional.of(new Listed<>(rows, unreadable));
            }
            if (!tokens.add(token)) {
                break;
            }
        }
        // The same page again and again, or a list without an end.
        throw new NotBrought(ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "page-repeated"));
    }

    private record Page<T>(List<T> rows, @Nullable String next, int unreadable) {}
}
