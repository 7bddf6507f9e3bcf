package hotleads.app;

import hotleads.app.programs.Ports;
import hotleads.app.programs.Role;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where each program listens on this machine: the outer ones where the person said, the inner ones where it is free.
 */
final class Addresses {
    static final String LOOPBACK = "127.0.0.1";

    private final Map<Role, Integer> ports = new EnumMap<>(Role.class);
    private final OptionalInt mailPort;

    Addresses(Plan plan, Ports free) {
        plan.roles().forEach(role -> ports.put(role, portOf(role, plan, free)));
        mailPort = ports.containsKey(Role.SIMULATORS) ? OptionalInt.of(free.free()) : OptionalInt.empty();
    }

    /** Where the simulators take mails, when they belong to the plan. */
    OptionalInt mailPort() {
        return mailPort;
    }

    private static int portOf(Role role, Plan plan, Ports free) {
        return switch (role) {
            case GATEWAY -> plan.port();
            case SIMULATORS -> plan.simulatorsPort().orElseThrow();
            case AUTH, CORE, WEBHOOKS, SYNC -> free.free();
        };
    }

    int port(Role role) {
        return Optional.ofNullable(ports.get(role)).orElseThrow();
    }

    URI of(Role role) {
        String scheme = role == Role.GATEWAY ? "https" : "http";
        return URI.create(scheme + "://" + LOOPBACK + ":" + port(role));
    }
}
