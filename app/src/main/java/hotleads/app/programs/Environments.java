package hotleads.app.programs;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes each program's environment out of the settings of the whole installation, by its {@link Role}'s row. */
public final class Environments {
    private static final Set<String> OF_THE_SYSTEM = Set.of("PATH", "HOME", "LANG", "TZ");
    private static final String LOG_LEVEL = "HOTLEADS_LOG_LEVEL";
    private static final String FILE = "_FILE";

    private final Map<String, String> inherited;
    private final Map<String, String> settings;

    /**
     * @param inherited the launcher's own environment, of which next to nothing is passed on
     * @param settings everything any program is told
     */
    public Environments(Map<String, String> inherited, Map<String, String> settings) {
        this.inherited = inherited;
        this.settings = settings;
    }

    /** @param own what differs from program to program, such as its port and its key file */
    public Map<String, String> of(Role role, Map<String, String> own) {
        Map<String, String> environment = new TreeMap<>(own);
        inherited.forEach((name, value) -> {
            if (OF_THE_SYSTEM.contains(name) || name.equals(LOG_LEVEL)) {
                environment.put(name, value);
            }
        });
        role.told().forEach(name -> {
            pass(name, environment);
            pass(name + FILE, environment);
        });
        return environment;
    }

    private void pass(String name, Map<String, String> environment) {
        String value = settings.get(name);
        if (value != null) {
            environment.putIfAbsent(name, value);
        }
    }
}
