package hotleads.simulators.control;

import hotleads.simulators.codes.Codes;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;

/** The pretend phone for tests: a key in, codes out. */
final class CodesApi {

    private final Codes codes;

    CodesApi(Codes codes) {
        this.codes = codes;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/api/codes", request -> Answer.json(200, codes.shown()))
                .on("POST", "/api/codes", this::add);
    }

    private Answer add(Request request) {
        String key = request.json().path("otpauth").asString("");
        if (!codes.add(key)) {
            throw new BadRequest("otpauth is neither an otpauth://totp/ address nor a base32 key.");
        }
        return Answer.json(201, codes.shown());
    }
}
