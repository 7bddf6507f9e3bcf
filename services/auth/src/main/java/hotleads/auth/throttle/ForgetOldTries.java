package hotleads.auth.throttle;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes counts whose window is over. */
@Component
class ForgetOldTries {
    private final Throttle throttle;

    ForgetOldTries(Throttle throttle) {
        this.throttle = throttle;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 15, timeUnit = TimeUnit.MINUTES)
    void run() {
        throttle.forgetOld();
    }
}
