package hotleads.app.programs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.app.standin.StandIns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    Path root;

    @Test
    void aWholeBuildIsTaken() {
        Installation built = StandIns.in(root);

        assertThatCode(() -> built.refuseUnlessBuilt(EnumSet.allOf(Role.class))).doesNotThrowAnyException();
    }

    @Test
    void whatIsNotBuiltIsNamedWithTheWayToBuildIt() throws IOException {
        Installation built = StandIns.in(root);
        Files.delete(built.jar(Role.SYNC));
        Files.delete(built.frontend().resolve("staff.html"));

        assertThatThrownBy(() -> built.refuseUnlessBuilt(Set.of(Role.SYNC, Role.GATEWAY)))
                .hasMessage("Not built: " + root + "/services/sync/target/sync.jar, " + root
                        + "/frontend/dist/staff.html. Start through ./hotleads, which builds what is missing.");
    }
}
