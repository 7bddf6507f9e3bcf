package hotleads.simulators;

import hotleads.simulators.acuity.AcuitySite;
import hotleads.simulators.acuity.Gate;
import hotleads.simulators.acuity.Readers;
import hotleads.simulators.acuity.Reception;
import hotleads.simulators.acuity.hooks.Deliveries;
import hotleads.simulators.acuity.hooks.HookComposer;
import hotleads.simulators.acuity.hooks.HookSender;
import hotleads.simulators.acuity.hooks.HttpHookPost;
import hotleads.simulators.acuity.hooks.Signing;
import hotleads.simulators.acuity.hooks.Subscriptions;
import hotleads.simulators.codes.Codes;
import hotleads.simulators.control.ControlSite;
import hotleads.simulators.control.Desk;
import hotleads.simulators.control.Weather;
import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Faults;
import hotleads.simulators.google.Google;
import hotleads.simulators.google.GoogleSite;
import hotleads.simulators.history.Player;
import hotleads.simulators.log.Log;
import hotleads.simulators.mail.MailServer;
import hotleads.simulators.mail.Mailbox;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.practice.PracticeState;
import hotleads.simulators.practice.SeededPractice;
import hotleads.simulators.storage.StateFile;
import hotleads.simulators.time.PracticeClock;
import hotleads.simulators.web.WebServer;
import hotleads.simulators.zoho.Crm;
import hotleads.simulators.zoho.Notifier;
import hotleads.simulators.zoho.ZohoControl;
import hotleads.simulators.zoho.ZohoFaults;
import hotleads.simulators.zoho.ZohoSite;
import hotleads.simulators.zoom.Sessions;
import hotleads.simulators.zoom.ZoomControl;
import hotleads.simulators.zoom.ZoomFaults;
import hotleads.simulators.zoom.ZoomHooks;
import hotleads.simulators.zoom.ZoomSite;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The simulators as one program: {@code java -jar simulators.jar --port 9100}. */
public final class Simulators implements AutoCloseable {

    private final WebServer server;
    private final Deliveries deliveries;
    private final Optional<MailServer> mailServer;

    private Simulators(WebServer server, Deliveries deliveries, Optional<MailServer> mailServer) {
        this.server = server;
        this.deliveries = deliveries;
        this.mailServer = mailServer;
    }

    /** Starts, or prints all that is wrong and ends with 2 (arguments) or 1 (the port is taken). */
    public static void main(String[] arguments) throws IOException {
        switch (Options.read(List.of(arguments), System.getenv())) {
            case Options.Reading.NotUnderstood(List<String> problems) -> {
                problems.forEach(System.err::println);
                System.exit(2);
            }
            case Options.Reading.Understood(Options options) -> run(options);
        }
    }

    private static void run(Options options) throws IOException {
        try {
            var running = start(options, World.real(options.hookCa()));
            Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
            Log.info(
                    "started",
                    Map.of("port", running.port(), "control", "http://127.0.0.1:" + running.port() + "/control"));
        } catch (BindException taken) {
            System.err.println(
                    "Port " + options.port() + " is in use. Stop what uses it, or choose another with --port.");
            System.exit(1);
        }
    }

    static Simulators start(Options options, World world) throws IOException {
        var clock = new PracticeClock(world.realTime(), options.clockFile());
        var faults = new Faults(options.retrySpeed(), clock);
        var practiceFile = file(options.data(), "practice.json");
        var practice = new Practice(clock, practiceState(options, clock, practiceFile));
        practiceFile.save(practice::state);
        var subscriptions = new Subscriptions(file(options.data(), "webhooks.json"));
        var deliveries = new Deliveries(file(options.data(), "deliveries.json"));
        var sender = new HookSender(
                new HookComposer(options.hookUrl(), subscriptions, faults),
                deliveries,
                world.post(),
                signing -> signing == Signing.OLD_KEY
                        ? options.acuity().previousKey()
                        : options.acuity().keyNow(faults),
                faults,
                clock,
                world.later(),
                world.hookPool());
        var reception = new Reception(practice, practiceFile, sender);
        var readers = new Readers();
        var player = new Player(
                practice,
                // A thousand acts would write the whole practice a thousand times; it is kept when they are all done.
                new Reception(practice, new StateFile(null), sender),
                reception::save,
                deliveries,
                readers,
                faults,
                clock,
                world.pause(),
                world.hookPool());
        var codes = new Codes(file(options.data(), "codes.json"), world.realTime());
        var mailbox = new Mailbox(file(options.data(), "mails.json"));
        var zoomFaults = new ZoomFaults(clock);
        var sessions = new Sessions(practice, file(options.data(), "zoom.json"));
        var zoomPost = new HttpHookPost(options.hookCa());
        var zoomHooks = new ZoomHooks(
                options.zoomHookUrl(),
                options.zoom(),
                sessions,
                zoomFaults,
                world.realTime(),
                request -> Objects.requireNonNullElse(zoomPost.send(request).status(), 0),
                world.later(),
                world.hookPool());
        var zohoFaults = new ZohoFaults();
        var crm = new Crm(clock, zohoFaults, file(options.data(), "zoho.json"));
        var zohoPost = new HttpHookPost(options.hookCa());
        var notifier = new Notifier(
                crm,
                zohoFaults,
                request -> Objects.requireNonNullElse(zohoPost.send(request).status(), 0),
                world.later(),
                world.hookPool());
        var zoho = new ZohoSite(options.zoho(), crm, zohoFaults, world.realTime());
        var zohoControl = new ZohoControl(crm, zohoFaults, zoho, notifier, options.seed());
        player.whenBegun(zohoControl::tellOfAYear);
        if (!options.empty()) {
            zohoControl.tellOf(clock.instant(), options.seed(), practice.state());
        }
        var gate = new Gate(options.acuity(), faults, world.realTime());
        var google = google(options, world, practice, clock);
        var server = new WebServer(
                options.port(),
                List.of(
                        new HealthSite(),
                        new AcuitySite(
                                practice,
                                reception,
                                subscriptions,
                                deliveries,
                                faults,
                                options.acuity(),
                                gate,
                                readers),
                        new ZoomSite(options.zoom(), sessions, zoomFaults, world.realTime()),
                        new ZoomControl(sessions, zoomFaults, zoomHooks),
                        new GoogleSite(google, () -> faults.on(Fault.NO_RATE_LIMIT)),
                        zoho,
                        zohoControl,
                        new ControlSite(
                                new Desk(practice, reception, sender, deliveries, options.hookUrl()),
                                new Weather(faults, clock, sender, world.later()),
                                player,
                                options.seed(),
                                practice,
                                deliveries,
                                codes,
                                mailbox,
                                google,
                                world.realTime())),
                world.pause());
        Optional<MailServer> mailServer = mailServer(options, mailbox, world);
        server.start();
        mailServer.ifPresent(MailServer::start);
        sender.resume();
        zoomHooks.start();
        notifier.start();
        return new Simulators(server, deliveries, mailServer);
    }

    private static Optional<MailServer> mailServer(Options options, Mailbox mailbox, World world) throws IOException {
        return options.mailPort().isEmpty()
                ? Optional.empty()
                : Optional.of(new MailServer(options.mailPort().getAsInt(), mailbox, world.realTime()));
    }

    private static Google google(Options options, World world, Practice practice, PracticeClock clock) {
        return new Google(
                practice,
                new Google.Surroundings(
                        options.data() == null ? null : options.data().resolve("google-service-account.json"),
                        file(options.data(), "google.json"),
                        options.seed(),
                        clock,
                        world.realTime(),
                        world.push(),
                        world.later(),
                        world.hookPool()));
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        mailServer.ifPresent(MailServer::close);
        server.close();
        deliveries.save();
    }

    private static PracticeState practiceState(Options options, PracticeClock clock, StateFile file) {
        return file.read(PracticeState.class)
                .orElseGet(() ->
                        options.empty() ? PracticeState.empty() : SeededPractice.at(clock.instant(), options.seed()));
    }

    private static StateFile file(@Nullable Path data, String name) {
        return new StateFile(data == null ? null : data.resolve(name));
    }
}
