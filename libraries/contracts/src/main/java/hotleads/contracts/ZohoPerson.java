package hotleads.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead or a contact as sync read it, with everything the product does not need left out at the request: no
 * description, address or custom field.
 *
 * @param module {@code Leads} or {@code Contacts}
 * @param status the practice's own word for how far a lead has come; null for contacts
 * @param source the practice's own word for how they came
 * @param emailOptOut whether they asked for no e-mails
 * @param convertedTo the contact a converted lead became, when Zoho says which
 */
public record ZohoPerson(
        long id,
        String module,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        @Nullable String status,
        @Nullable String source,
        boolean emailOptOut,
        Instant createdAt,
        Instant modifiedAt,
        boolean converted,
        @Nullable Long convertedTo) {}
