package hotleads.auth.passkeys;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes challenges that nobody answered. */
@Component
class ForgetOldChallenges {
    private final Challenges challenges;

    ForgetOldChallenges(Challenges challenges) {
        this.challenges = challenges;
    }

    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void run() {
        challenges.forgetOld();
    }
}
