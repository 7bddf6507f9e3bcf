package hotleads.core.people;

import org.jspecify.annotations.Nullable;

/**
 * How a provider's record names and reaches someone.
 *
 * @param email normalised: trimmed, lower case; null when there is none
 * @param phone in E.164; null when there is none or it is not one
 */
public record ContactDetails(
        String name, @Nullable String email, @Nullable String phone) {
    public boolean reachable() {
        return email != null || phone != null;
    }
}
