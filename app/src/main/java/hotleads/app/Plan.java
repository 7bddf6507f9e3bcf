package hotleads.app;

import hotleads.app.folder.DataFolder;
import hotleads.app.programs.Installation;
import hotleads.app.programs.Jvm;
import hotleads.app.programs.Role;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is to run together on this machine.
 *
 * @param settings what the programs are told, but for the addresses, keys and passwords that are made here
 * @param port where the gateway listens
 * @param openToTheNetwork whether other machines reach the gateway
 * @param simulatorsPort where the simulators listen, when they belong to it
 * @param simulatorsArguments what the simulators are started with besides
 * @param givenDatabase a database that others run; without one we bring our own
 * @param keyFile where core's keys lie, or lay until KMS wrapped them, when not in the data folder; auth's lie beside
 *     it
 */
record Plan(
        Installation installation,
        DataFolder folder,
        Jvm jvm,
        Map<String, String> settings,
        int port,
        boolean openToTheNetwork,
        OptionalInt simulatorsPort,
        List<String> simulatorsArguments,
        Optional<GivenDatabase> givenDatabase,
        Optional<Path> keyFile) {
    /** The programs of the plan. */
    Set<Role> roles() {
        return simulatorsPort.isPresent()
                ? EnumSet.allOf(Role.class)
                : EnumSet.complementOf(EnumSet.of(Role.SIMULATORS));
    }

    /** The certificate the gateway serves with. */
    Path certificate() {
        return Path.of(
                Optional.ofNullable(settings.get("HOTLEADS_TLS_CERT_FILE")).orElseThrow());
    }

    /** Whether the programs' keys are wrapped by AWS KMS, and lie in no file. */
    boolean keysFromKms() {
        return new GivenSettings(settings).has("HOTLEADS_KMS_KEY_ARN");
    }

    /** The file with the keys a storing program seals with. */
    Path keyFile(Role role) {
        return KeyPlaces.of(folder, keyFile).of(role);
    }
}
