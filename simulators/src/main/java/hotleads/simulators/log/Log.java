package hotleads.simulators.log;

import hotleads.simulators.storage.Json;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object a line on standard output; callers pass ids and counts, never people. */
public final class Log {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final PrintStream OUT = System.out;

    private Log() {}

    public static void info(String event, Map<String, ?> details) {
        write("INFO", event, details);
    }

    public static void warn(String event, Map<String, ?> details) {
        write("WARN", event, details);
    }

    public static void error(String event, Map<String, ?> details) {
        write("ERROR", event, details);
    }

    private static void write(String level, String event, Map<String, ?> details) {
        var line = new LinkedHashMap<String, Object>();
        line.put("at", CLOCK.instant().toString());
        line.put("level", level);
        line.put("program", "simulators");
        line.put("event", event);
        line.putAll(details);
        OUT.println(Json.MAPPER.writeValueAsString(line));
    }
}
