package hotleads.core.crm;

import hotleads.core.leads.rules.CrmFacts;
import hotleads.core.leads.rules.EnquiryFact;
import hotleads.core.leads.rules.Freshness;
import hotleads.core.leads.rules.Stage;
import hotleads.core.leads.rules.TaskFact;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Zoho had told of one person at any time.
 *
 * @param enquiries with when we first heard of each
 * @param moves of all of them, the oldest first
 */
public record CrmPast(List<Enquiry> enquiries, List<StageMove> moves, List<Task> tasks) {
    public static final CrmPast NONE = new CrmPast(List.of(), List.of(), List.of());

    record Enquiry(EnquiryFact now, Instant heardAt) {
        boolean wasKnownAt(Instant then) {
            return !heardAt.isAfter(then);
        }
    }

    /** @param doneAt when we heard that it is done; null while it is open */
    record Task(TaskFact fact, Instant heardAt, @Nullable Instant doneAt) {
        boolean wasOpenAt(Instant then) {
            return !heardAt.isAfter(then) && (doneAt == null || doneAt.isAfter(then));
        }
    }

    /** By what had been received by then, and as if Zoho was on time. */
    public CrmFacts at(Instant then) {
        List<StageMove> known =
                moves.stream().filter(move -> !move.receivedAt().isAfter(then)).toList();
        return new CrmFacts(
                enquiries.stream()
                        .filter(enquiry -> enquiry.wasKnownAt(then))
                        .map(enquiry -> asItWas(enquiry, then))
                        .toList(),
                known.stream().map(StageMove::asFact).toList(),
                tasks.stream()
                        .filter(task -> task.wasOpenAt(then))
                        .map(Task::fact)
                        .toList(),
                Freshness.ON_TIME);
    }

    /** When any of it was heard. */
    public Stream<Instant> changes() {
        return Stream.of(
                        enquiries.stream().flatMap(one -> Stream.of(one.heardAt, one.now.receivedAt())),
                        moves.stream().map(StageMove::receivedAt),
                        tasks.stream().map(Task::heardAt),
                        tasks.stream().flatMap(task -> Stream.ofNullable(task.doneAt)))
                .flatMap(Function.identity());
    }

    private EnquiryFact asItWas(Enquiry enquiry, Instant then) {
        EnquiryFact now = enquiry.now;
        List<StageMove> own =
                moves.stream().filter(move -> move.recordId() == now.recordId()).toList();
        List<StageMove> known =
                own.stream().filter(move -> !move.receivedAt().isAfter(then)).toList();
        if (known.size() == own.size()) {
            return now.receivedAt().isAfter(then)
                    ? as(now, now.stage(), now.stageSince(), enquiry.heardAt, false)
                    : now;
        }
        Stage stage = known.isEmpty() ? own.getFirst().from() : known.getLast().to();
        Instant since = known.isEmpty() ? first(now, stage) : known.getLast().at();
        return as(
                now,
                stage,
                since,
                known.isEmpty() ? enquiry.heardAt : known.getLast().receivedAt(),
                false);
    }

    private static @Nullable Instant first(EnquiryFact now, Stage stage) {
        return stage == Stage.NEW ? now.enquiredAt() : null;
    }

    private static EnquiryFact as(
            EnquiryFact now, Stage stage, @Nullable Instant since, Instant receivedAt, boolean converted) {
        return new EnquiryFact(now.recordId(), now.enquiredAt(), receivedAt, now.channel(), stage, since, converted);
    }
}
