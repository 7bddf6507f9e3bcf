package hotleads.platform.settings;

import java.util.List;

/** The program cannot start: every setting that is missing, each with what it is for. */
public final class SettingsMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsMissing(List<String> sentences) {
        super("Cannot start. Missing settings:\n  - " + String.join("\n  - ", sentences));
    }
}
