package hotleads.simulators.control;

import hotleads.simulators.acuity.hooks.Deliveries;
import hotleads.simulators.codes.Codes;
import hotleads.simulators.google.Google;
import hotleads.simulators.history.Player;
import hotleads.simulators.mail.Mailbox;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Refusal;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import hotleads.simulators.web.WebServer;
import java.time.Clock;

/** Everything below {@code /control}: pages for people, JSON for tests. */
public final class ControlSite implements WebServer.Site {

    private final Routes routes = new Routes("/control");

    public ControlSite(
            Desk desk,
            Weather weather,
            Player player,
            long seed,
            Practice practice,
            Deliveries deliveries,
            Codes codes,
            Mailbox mailbox,
            Google google,
            Clock realTime) {
        new ControlPage(desk, weather, practice, deliveries).addTo(routes);
        new WeatherForms(weather).addTo(routes);
        new CodesPage(codes).addTo(routes);
        new MailPage(mailbox).addTo(routes);
        new ControlApi(desk, practice, deliveries, realTime).addTo(routes);
        new FaultsApi(weather).addTo(routes);
        new ScenariosApi(weather).addTo(routes);
        new ClockApi(weather).addTo(routes);
        new HistoryApi(player, seed).addTo(routes);
        new CodesApi(codes).addTo(routes);
        new GooglePage(google).addTo(routes);
        new GoogleApi(google).addTo(routes);
        Assets.addTo(routes);
    }

    @Override
    public boolean covers(String path) {
        return routes.covers(path);
    }

    @Override
    public Answer answer(Request request) {
        return switch (routes.find(request)) {
            case Routes.Match.Found(var handler, var matched) -> handler.handle(matched);
            case Routes.Match.WrongMethod() ->
                Answer.json(405, new Refusal(405, "method-not-allowed", "This address does not take that method."));
            case Routes.Match.NoSuchPath() ->
                Answer.json(404, new Refusal(404, "not-found", "There is nothing at this address."));
        };
    }
}
