package hotleads.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.platform.problem.Problem;
import hotleads.platform.time.HandClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThrottleTest {
    private final Throttle throttle = new Throttle(new HandClock());

    @ParameterizedTest
    @EnumSource(Limits.class)
    void seatsAsManyAtOnceAsAgreedAndOneMoreWhenOneLeaves(Limits limits) {
        List<Throttle.Seat> seats = new ArrayList<>();
        for (int at = 0; at < limits.atOnce(); at++) {
            seats.add(throttle.admit(limits, "sender " + at));
        }

        assertThatThrownBy(() -> throttle.admit(limits, "198.51.100.1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("busy"));

        seats.getFirst().close();
        throttle.admit(limits, "198.51.100.2").close();
    }

    @Test
    void refusesOneAddressWithoutTouchingAnother() {
        for (int tries = 0; tries < Limits.SIGN_IN.rate().burst(); tries++) {
            throttle.admit(Limits.SIGN_IN, "192.0.2.1").close();
        }

        assertThatThrownBy(() -> throttle.admit(Limits.SIGN_IN, "192.0.2.1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("too-many-requests"));
        throttle.admit(Limits.SIGN_IN, "192.0.2.2").close();
        throttle.admit(Limits.SESSION, "192.0.2.1").close();
    }
}
