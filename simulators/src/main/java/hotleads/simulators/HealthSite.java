package hotleads.simulators;

import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.WebServer;
import java.util.Map;

/** Says that the program is alive, sends people who come to the front door to the control page. */
final class HealthSite implements WebServer.Site {

    @Override
    public boolean covers(String path) {
        return path.equals("/") || path.equals("/healthz") || path.equals("/readyz");
    }

    @Override
    public Answer answer(Request request) {
        return request.path().equals("/") ? Answer.seeOther("/control") : Answer.json(200, Map.of("status", "up"));
    }
}
