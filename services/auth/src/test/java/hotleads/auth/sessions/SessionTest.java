package hotleads.auth.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.auth.accounts.AccountId;
import hotleads.platform.endpoint.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void isNeverSignedInByAPasswordAlone() {
        assertThatThrownBy(() -> after(Stage.SIGNED_IN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> after(Stage.SIGNED_OUT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void finishesNoSetUpWithoutAProvedFactor() {
        assertThatThrownBy(() -> after(Stage.SET_UP).setUpFinished(NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(after(Stage.SET_UP).factorProved(NOW).setUpFinished(NOW).state())
                .isEqualTo(Stage.SIGNED_IN);
    }

    @Test
    void losesItsSecondFactorWhenARecoveryCodeStoodIn() {
        Session recovered = after(Stage.SECOND_FACTOR).recovered(NOW);

        assertThat(recovered.secondFactorAt()).isNull();
        assertThatThrownBy(() -> recovered.signedIn(NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> recovered.setUpFinished(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesNoStepTwice() {
        Session signedIn = after(Stage.SECOND_FACTOR).signedIn(NOW);

        assertThatThrownBy(() -> signedIn.signedIn(NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> signedIn.recovered(NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> signedIn.factorProved(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void livesTwelveHoursFromTheMomentBothFactorsWereProved() {
        Instant later = NOW.plus(Duration.ofMinutes(5));

        assertThat(after(Stage.SECOND_FACTOR).signedIn(later).endsAt()).isEqualTo(later.plus(Duration.ofHours(12)));
    }

    private static Session after(Stage state) {
        return Session.afterPassword(UUID.randomUUID(), new AccountId(UUID.randomUUID()), Role.ADMIN, state, NOW);
    }
}
