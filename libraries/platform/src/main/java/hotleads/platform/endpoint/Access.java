package hotleads.platform.endpoint;

import java.util.Set;

/** Who may call an endpoint. */
public sealed interface Access {
    /** Anyone, without a token. */
    record Open() implements Access {}

    /** A service whose token was made for this one act. */
    record ForService(String scope) implements Access {}

    /** A signed-in person in one of these roles. */
    record ForUser(Set<Role> roles) implements Access {}

    /** The same, and they proved a second factor or a passkey a moment ago: {@link Freshness}. */
    record ForFreshUser(Set<Role> roles) implements Access {}
}
