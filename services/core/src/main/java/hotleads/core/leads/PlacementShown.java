package hotleads.core.leads;

import hotleads.core.leads.ReasonShown.SentenceShown;
import hotleads.core.leads.rules.Placement;
import java.util.List;
import java.util.Locale;

/**
 * Whether someone is on the list, and if not, why.
 *
 * @param state {@code listed}, {@code off-the-list} or {@code below-the-line}
 */
record PlacementShown(String state, List<SentenceShown> causes) {
    static PlacementShown of(Placement placement) {
        return new PlacementShown(
                word(placement.state()),
                placement.causes().stream().map(SentenceShown::of).toList());
    }

    static String word(Placement.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
