package hotleads.auth.tokens;

import java.util.Set;

/** Which service may ask for which act at which other service. What is not here is refused. */
final class Grants {
    private static final Set<Grant> ALL = Set.of(
            new Grant("gateway", "auth", "signin.relay"),
            new Grant("gateway", "auth", "session.exchange"),
            new Grant("gateway", "webhooks", "hook.relay"),
            new Grant("gateway", "core", "act.report"),
            new Grant("webhooks", "core", "inbox.append"),
            new Grant("webhooks", "core", "act.report"),
            new Grant("sync", "core", "act.report"),
            new Grant("core", "sync", "provider.read"),
            new Grant("core", "sync", "provider.write"),
            new Grant("core", "auth", "account.invite"),
            new Grant("core", "auth", "account.erase"),
            new Grant("core", "auth", "account.read"),
            new Grant("core", "auth", "account.export"),
            new Grant("core", "auth", "practitioner.places"),
            new Grant("core", "auth", "digest.send"),
            new Grant("core", "auth", "audit.read"),
            new Grant("launcher", "auth", "account.invite"),
            new Grant("launcher", "auth", "practitioner.place"),
            new Grant("launcher", "core", "act.report"),
            new Grant("launcher", "core", "hours.set"));

    /** Services that people's requests are passed on to. */
    private static final Set<String> FOR_USERS = Set.of("core", "auth");

    private Grants() {}

    static boolean allow(String service, String audience, String scope) {
        return ALL.contains(new Grant(service, audience, scope));
    }

    static boolean allowUsersAt(String audience) {
        return FOR_USERS.contains(audience);
    }

    private record Grant(String service, String audience, String scope) {}
}
