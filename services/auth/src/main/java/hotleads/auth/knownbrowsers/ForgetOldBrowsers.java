package hotleads.auth.knownbrowsers;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes browsers that nobody has signed in with for longer than their cookie lives. */
@Component
class ForgetOldBrowsers {
    private final KnownBrowsers browsers;

    ForgetOldBrowsers(KnownBrowsers browsers) {
        this.browsers = browsers;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void run() {
        browsers.forgetOld();
    }
}
