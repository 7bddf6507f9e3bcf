package hotleads.core.leads;

import hotleads.core.sources.Source;
import hotleads.core.sources.SourceFreshness;
import hotleads.core.time.PracticeClock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How fresh what the list rests on is: Acuity, and whoever of the others is connected. */
@Component
class ShowSources {
    private final AcuityFreshness acuity;
    private final SourceFreshness others;
    private final PracticeClock clock;

    ShowSources(AcuityFreshness acuity, SourceFreshness others, PracticeClock clock) {
        this.acuity = acuity;
        this.others = others;
        this.clock = clock;
    }

    /**
     * How fresh a source is.
     *
     * @param state {@code on-time}, {@code quiet}, {@code late}, {@code stopped}, {@code action-needed} or
     *     {@code not-run-yet}
     */
    record SourceShown(
            String source,
            String state,
            @Nullable Instant fetchedTo,
            @Nullable String causeCode) {}

    List<SourceShown> now() {
        AcuityFreshness.Status first = acuity.now();
        return Stream.concat(
                        Stream.of(shown("acuity", first.state().word(), first.fetchedTo(), first.cause())),
                        others.ofEach().entrySet().stream()
                                .map(each -> shown(each.getKey(), each.getValue()))
                                .filter(source -> !source.state.equals("not-connected")))
                .toList();
    }

    private SourceShown shown(Source source, SourceFreshness.Status status) {
        return shown(source.word(), status.state().word(), status.fetchedTo(), status.cause());
    }

    private SourceShown shown(String source, String state, @Nullable Instant fetchedTo, @Nullable String cause) {
        return new SourceShown(source, state, fetchedTo == null ? null : clock.at(fetchedTo), cause);
    }
}
