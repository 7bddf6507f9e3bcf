package hotleads.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.RunningAuth;
import hotleads.auth.throttle.Throttle.TooManyTries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ThrottleTest extends RunningAuth {
    private final String subject = UUID.randomUUID().toString();
    private final Throttle throttle;

    ThrottleTest(@Autowired Throttle throttle) {
        this.throttle = throttle;
    }

    @Test
    void letsFiveOf100ThroughWhoComeAtOnce() throws Exception {
        List<Optional<TooManyTries>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<TooManyTries>> wish = () -> throttle.count(Limit.APP_CODE, subject);
            for (var future : threads.invokeAll(
                    IntStream.range(0, 100).mapToObj(i -> wish).toList())) {
                answers.add(future.get());
            }
        }

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(5);
    }

    @Test
    void countsEachLimitAndSubjectForItself() {
        IntStream.range(0, 5).forEach(i -> throttle.count(Limit.APP_CODE, subject));

        assertThat(throttle.count(Limit.APP_CODE, subject)).isPresent();
        assertThat(throttle.count(Limit.SIGN_IN_ACCOUNT, subject)).isEmpty();
        assertThat(throttle.count(Limit.APP_CODE, "another")).isEmpty();
    }

    @Test
    void beginsAnewWhenTheWindowIsOverAndForgetsOldCounts() {
        IntStream.range(0, 6).forEach(i -> throttle.count(Limit.APP_CODE, subject));
        clock.forward(Duration.ofMinutes(15));

        assertThat(throttle.count(Limit.APP_CODE, subject)).isEmpty();
        clock.forward(Duration.ofDays(1));
        assertThat(throttle.forgetOld()).isPositive();
        assertThat(throttle.forgetOld()).isZero();
    }

    @Test
    void takesBackATryThatWasNotEvaluated() {
        IntStream.range(0, 5).forEach(i -> throttle.count(Limit.APP_CODE, subject));
        throttle.takeBack(Limit.APP_CODE, subject);

        assertThat(throttle.count(Limit.APP_CODE, subject)).isEmpty();
        assertThat(throttle.count(Limit.APP_CODE, subject)).isPresent();
    }

    @Test
    void recordsAFloodOfRefusalsInAHandfulOfEntriesThatAddUp() {
        List<TooManyTries> recorded = IntStream.rangeClosed(1, 1024)
                .mapToObj(over -> new TooManyTries(Instant.EPOCH, over))
                .filter(TooManyTries::isRecorded)
                .toList();

        assertThat(recorded).hasSize(11);
        assertThat(recorded.stream().mapToInt(TooManyTries::recordedCount).sum())
                .isEqualTo(1024);
    }
}
