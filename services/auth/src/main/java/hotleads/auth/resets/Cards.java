package hotleads.auth.resets;

import hotleads.auth.accounts.AccountId;
import hotleads.auth.sealing.SealingKeys;
import hotleads.vault.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The stored break-glass card: its hash alone, and sealed, so that a stolen database gives nothing to guess against.
 */
@Component
class Cards {
    private final JdbcClient jdbc;
    private final SealingKeys keys;
    private final Clock clock;

    Cards(JdbcClient jdbc, SealingKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** The one that counts; empty before the first was made, and after it was used. */
    Optional<Card> current() {
        return jdbc.sql("SELECT id, hash, made_at FROM break_glass_card WHERE over_at IS NULL")
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Card(
                            id,
                            keys.own(SealingKeys.Purpose.CARD).openText(row.getBytes("hash"), place(id)),
                            row.getObject("made_at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    /** A new card in the place of any before. */
    void add(String hash, AccountId by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("UPDATE break_glass_card SET over_at = ? WHERE over_at IS NULL")
                .param(now())
                .update();
        jdbc.sql("INSERT INTO break_glass_card (id, hash, made_by, made_at) VALUES (?, ?, ?, ?)")
                .params(id, keys.own(SealingKeys.Purpose.CARD).seal(hash, place(id)), by.value(), now())
                .update();
    }

    /** Uses it up; false when another request, or a newer card, was faster. */
    boolean use(Card card) {
        return jdbc.sql("UPDATE break_glass_card SET over_at = ? WHERE id = ? AND over_at IS NULL")
                        .params(now(), card.id())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Place place(UUID id) {
        return new Place("break_glass_card", "hash", id);
    }

    /** It never prints its hash. */
    record Card(UUID id, String hash, Instant madeAt) {
        /**
         * A card younger than this opens nothing: whoever sits down at an administrator's open screen could otherwise
         * make one and use it, and would need no card at all.
         */
        static final Duration WORKS_AFTER = Duration.ofDays(1);

        Instant worksFrom() {
            return madeAt.plus(WORKS_AFTER);
        }

        @Override
        public String toString() {
            return "Card " + id;
        }
    }
}
