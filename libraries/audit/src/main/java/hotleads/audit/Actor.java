package hotleads.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param kind {@code person}, {@code service}, {@code job} or {@code stranger}
 * @param id an account's id, or the name of a service or job; a stranger has none
 * @param role the role the person acted in
 */
public record Actor(
        String kind, @Nullable String id, @Nullable String role) {
    public static Actor person(UUID account, String role) {
        return new Actor("person", account.toString(), role);
    }

    public static Actor service(String name) {
        return new Actor("service", name, null);
    }

    public static Actor job(String name) {
        return new Actor("job", name, null);
    }

    public static Actor stranger() {
        return new Actor("stranger", null, null);
    }
}
