package hotleads.simulators.control;

import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The style and the script of the pages, from the jar. */
final class Assets {

    private Assets() {}

    static void addTo(Routes routes) {
        byte[] style = read("control.css");
        byte[] script = read("control.js");
        routes.on("GET", "/control.css", request -> Answer.of(200, "text/css; charset=utf-8", style))
                .on("GET", "/control.js", request -> Answer.of(200, "text/javascript; charset=utf-8", script));
    }

    private static byte[] read(String name) {
        try (var in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
