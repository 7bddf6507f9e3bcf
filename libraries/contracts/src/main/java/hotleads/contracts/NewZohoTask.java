package hotleads.contracts;

import java.time.LocalDate;

/**
 * A task to write in Zoho.
 *
 * @param module {@code Leads} or {@code Contacts}
 * @param marker ours, by which it is found again
 */
public record NewZohoTask(String module, long about, String subject, LocalDate dueOn, String marker) {}
