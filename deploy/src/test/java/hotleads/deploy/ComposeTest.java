package hotleads.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** compose.yaml separates as AWS does, and tells each program what it knows. */
class ComposeTest {
    private static final Path FILE = Path.of("../compose.yaml");

    @ParameterizedTest
    @EnumSource
    void eachProgramIsToldWhatItKnowsAndAllThatItNeeds(Program program) throws IOException {
        Set<String> told = Pattern.compile("(?m)^      (HOTLEADS_\\w+):")
                .matcher(service(program.word()))
                .results()
                .map(name -> name.group(1).replaceFirst("_FILE$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ProgramsTest.known(program).stream()
                        .map(name -> name.replaceFirst("_FILE$", ""))
                        .toList())
                .containsAll(told);
        assertThat(told)
                .containsAll(ProgramsTest.needed(program).stream()
                        .map(name -> name.replaceFirst("_FILE$", ""))
                        .toList());
    }

    @Test
    void onlyTheGatewayIsOpenOnlySyncGoesOutAndOnlyWhoStoresReachesTheDatabase() throws IOException {
        for (Program program : Program.values()) {
            String service = service(program.word());
            assertThat(service.contains("\n    ports:")).as(program.word()).isEqualTo(program == Program.GATEWAY);
            assertThat(networks(service).contains("out")).as(program.word()).isEqualTo(program == Program.SYNC);
            assertThat(networks(service).contains("store")).as(program.word()).isEqualTo(program.storesData());
            assertThat(service).contains("<<: *program");
        }
        assertThat(Files.readString(FILE))
                .contains(
                        "  inside: {internal: true}",
                        "  store: {internal: true}",
                        "read_only: true",
                        "cap_drop: [ALL]");
    }

    @Test
    void whatInvitesTheFirstAdministratorStartsWhenNamedAndReachesAuthAlone() throws IOException {
        String invite = service("invite");

        assertThat(invite)
                .contains(
                        "<<: *program",
                        "image: hotleads/migrate",
                        "command: " + Images.INVITE,
                        "profiles: [invite]",
                        "restart: \"no\"",
                        "secrets: [service-launcher]")
                .doesNotContain("volumes:", "ports:", "DATABASE");
        assertThat(networks(invite)).isEqualTo("inside");
        assertThat(networks(service("auth"))).contains("inside");
    }

    private static String networks(String service) {
        Matcher networks = Pattern.compile("networks: \\[(.*)]").matcher(service);
        assertThat(networks.find()).isTrue();
        return networks.group(1);
    }

    private static String service(String name) throws IOException {
        Matcher service =
                Pattern.compile("(?s)\\n  " + name + ":\\n(.*?)(?=\\n\\n)").matcher(Files.readString(FILE));
        assertThat(service.find()).as(name).isTrue();
        return service.group(1);
    }
}
