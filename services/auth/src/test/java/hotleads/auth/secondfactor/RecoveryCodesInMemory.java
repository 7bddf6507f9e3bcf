package hotleads.auth.secondfactor;

import hotleads.auth.Nowhere;
import hotleads.auth.accounts.AccountId;
import hotleads.vault.inuse.KeysInUse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The codes of one account in two lists, as {@link RecoveryCodes} keeps them in the database. */
public final class RecoveryCodesInMemory extends RecoveryCodes {
    private static final int HOW_MANY = 10;

    private final SecureRandom random;
    private List<RecoveryCode> waiting = List.of();
    private @Nullable UUID waitingFor;
    private final Set<String> inForce = new HashSet<>();

    public RecoveryCodesInMemory(KeysInUse keys, SecureRandom random) {
        super(Nowhere.client(), keys, random);
        this.random = random;
    }

    @Override
    public List<RecoveryCode> issue(AccountId account, UUID session) {
        waiting = IntStream.rangeClosed(1, HOW_MANY)
                .mapToObj(number -> RecoveryCode.random(number, random))
                .toList();
        waitingFor = session;
        return waiting;
    }

    @Override
    public boolean isRight(AccountId account, UUID session, int number, String typed) {
        return session.equals(waitingFor)
                && normal(waiting.get(number - 1).code()).equals(normal(typed));
    }

    @Override
    public void putInForce(AccountId account, UUID session, Instant now) {
        if (!session.equals(waitingFor)) {
            throw new IllegalStateException("Nothing waits for this session");
        }
        inForce.clear();
        waiting.forEach(code -> inForce.add(normal(code.code())));
        waitingFor = null;
    }

    @Override
    public boolean use(AccountId account, String typed, Instant now) {
        return inForce.remove(normal(typed));
    }

    @Override
    public int left(AccountId account) {
        return inForce.size();
    }

    private static String normal(String typed) {
        return RecoveryCode.normal(typed);
    }
}
