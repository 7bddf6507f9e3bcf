package hotleads.core.zoho;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoStageChange;
import hotleads.core.sources.NotBrought;
import hotleads.core.sources.Turn;
import hotleads.core.time.PracticeClock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks a list of Zoho's page by page; a page that expired begins again, one that comes twice ends the walk. */
@Component
class ReadZoho {
    private static final int MOST_BEGINNINGS = 3;

    private final ZohoCalls calls;
    private final TakeInZoho takeIn;
    private final PracticeClock clock;

    ReadZoho(ZohoCalls calls, TakeInZoho takeIn, PracticeClock clock) {
        this.calls = calls;
        this.takeIn = takeIn;
        this.clock = clock;
    }

    /** What a walk brought. */
    record Walked(int fetched, int changed, int skipped) {
        static final Walked NOTHING = new Walked(0, 0, 0);

        Walked and(int moreFetched, int moreChanged, int moreSkipped) {
            return new Walked(fetched + moreFetched, changed + moreChanged, skipped + moreSkipped);
        }
    }

    /**
     * @param movesCursor whether the list goes on after what was read; a comparison leaves it where it is
     * @param each told of every page once it is stored
     */
    <T> Walked walk(
            ZohoList<T> list,
            @Nullable Instant since,
            Turn turn,
            boolean movesCursor,
            BiConsumer<List<T>, TakeInZoho.Page> each) {
        Walked walked = Walked.NOTHING;
        @Nullable String page = null;
        List<Long> before = List.of();
        int beginnings = 1;
        boolean goesOn = true;
        while (goesOn) {
            long ticket = takeIn.nextTicket();
            ProviderAnswer<ZohoPage<T>> answer = list.reader().read(calls, since, page, turn);
            if (answer.outcome() == ProviderOutcome.NOTHING) {
                return walked;
            }
            if (answer.outcome() == ProviderOutcome.CHANGED && page != null && beginnings < MOST_BEGINNINGS) {
                beginnings++;
                page = null;
                before = List.of();
                continue;
            }
            ZohoPage<T> content = content(answer);
            List<Long> ids = content.records().stream().map(list.id()).toList();
            if (!ids.isEmpty() && ids.equals(before)) {
                throw new NotBrought(ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "page-repeated"));
            }
            TakeInZoho.Page stored =
                    takeIn.page(list, content.records(), ticket, movesCursor ? cursorAfter(list, content) : null);
            each.accept(content.records(), stored);
            int changed = (int)
                    stored.taken().values().stream().filter(one -> one.isNews()).count();
            walked = walked.and(
                    ids.size(), changed, stored.skipped() + content.unreadable().size());
            before = ids;
            page = content.next();
            goesOn = page != null;
        }
        return walked;
    }

    private static <T> T content(ProviderAnswer<T> answer) {
        if (answer.outcome() != ProviderOutcome.OK) {
            throw new NotBrought(answer);
        }
        return Objects.requireNonNull(answer.content());
    }

    /**
     * By Zoho's clock, as its own times are compared; never ahead of ours, or what comes in between would be passed
     * over.
     */
    private <T> @Nullable Instant cursorAfter(ZohoList<T> list, ZohoPage<T> page) {
        Instant now = clock.instant();
        return page.records().stream()
                .map(list.changedAt())
                .max(Instant::compareTo)
                .map(latest -> latest.isAfter(now) ? now : latest)
                .orElse(null);
    }

    /** Who moved a lead from where; without an answer we still know that it moved. */
    void timeline(long lead, Turn turn) {
        long ticket = takeIn.nextTicket();
        ProviderAnswer<List<ZohoStageChange>> answer = calls.timeline(lead, turn);
        if (answer.outcome() == ProviderOutcome.OK) {
            takeIn.timeline(lead, Objects.requireNonNull(answer.content()), ticket);
        }
    }
}
