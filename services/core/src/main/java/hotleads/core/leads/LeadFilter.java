package hotleads.core.leads;

import hotleads.core.leads.rules.Band;
import hotleads.platform.problem.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Whom a page of the list is about.
 *
 * @param owner an account, or "none"
 * @param reason a rule's id
 */
record LeadFilter(
        View view,
        @Nullable Owner owner,
        @Nullable Band band,
        @Nullable String reason,
        @Nullable Long calendar) {
    private static final Pattern RULE = Pattern.compile("[A-Z][0-9]{1,2}");
    /** Above every score there is. */
    private static final int NO_LIMIT = 10_000;

    /** The list itself, or those who are on it in another way. */
    enum View {
        LISTED("l.placement = 'listed'"),
        /** Hot without a break since the practice's last working morning, or later. */
        NEW_HOT("l.placement = 'listed' AND l.band = 'hot' AND l.hot_since >= :morning"),
        SNOOZED("l.snoozed"),
        DONE_TODAY("l.last_outcome_at >= :today"),
        CALL_BACKS("l.call_back_at > :now"),
        /** Promised for today, or for before and not made yet. */
        CALL_BACKS_DUE("(l.placement = 'listed' AND l.rules @> ARRAY['P1']"
                + " OR l.call_back_at > :now AND l.call_back_at < :tomorrow)");

        private final String condition;

        View(String condition) {
            this.condition = condition;
        }
    }

    /** @param account null for nobody's */
    record Owner(@Nullable UUID account) {}

    static LeadFilter parse(
            @Nullable String view,
            @Nullable String owner,
            @Nullable String band,
            @Nullable String reason,
            @Nullable String calendar) {
        try {
            return new LeadFilter(
                    view == null ? View.LISTED : word(View.class, view),
                    owner == null ? null : new Owner(owner.equals("none") ? null : UUID.fromString(owner)),
                    band == null ? null : word(Band.class, band),
                    reason == null ? null : rule(reason),
                    calendar == null ? null : Long.valueOf(calendar));
        } catch (IllegalArgumentException notOurs) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-filter", "Use the filters that the API names");
        }
    }

    LeadFilter in(View other) {
        return new LeadFilter(other, owner, band, reason, calendar);
    }

    LeadFilter withBand(@Nullable Band other) {
        return new LeadFilter(view, owner, other, reason, calendar);
    }

    /** Conditions on {@code lead l}, with names for {@link #values}. */
    String where() {
        StringBuilder where = new StringBuilder(view.condition);
        if (owner != null) {
            where.append(owner.account == null ? " AND l.owner_id IS NULL" : " AND l.owner_id = :owner");
        }
        if (band != null) {
            where.append(" AND l.score_tenths BETWEEN :least AND :most");
        }
        if (reason != null) {
            where.append(" AND l.rules @> CAST(ARRAY[:reason] AS text[])");
        }
        if (calendar != null) {
            where.append(" AND l.calendar_id = :calendar");
        }
        return where.toString();
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        if (owner != null && owner.account != null) {
            values.put("owner", owner.account);
        }
        if (band != null) {
            values.put("least", band.from());
            values.put("most", band == Band.HOT ? NO_LIMIT : above(band).from() - 1);
        }
        if (reason != null) {
            values.put("reason", reason);
        }
        if (calendar != null) {
            values.put("calendar", calendar);
        }
        return values;
    }

    /** For the trail: ids and words alone. */
    String inWords() {
        return "&view=" + wordOf(view)
                + (owner == null ? "" : "&owner=" + (owner.account == null ? "none" : owner.account.toString()))
                + (band == null ? "" : "&band=" + band.word())
                + (reason == null ? "" : "&reason=" + reason)
                + (calendar == null ? "" : "&calendar=" + calendar);
    }

    private static String wordOf(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Band above(Band band) {
        return Band.values()[band.ordinal() - 1];
    }

    private static String rule(String id) {
        if (!RULE.matcher(id).matches()) {
            throw new IllegalArgumentException();
        }
        return id;
    }

    private static <E extends Enum<E>> E word(Class<E> kind, String word) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> wordOf(one).equals(word))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }
}
