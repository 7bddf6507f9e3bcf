package hotleads.contracts;

/**
 * A note to write in Zoho.
 *
 * @param module {@code Leads} or {@code Contacts}
 * @param marker ours, by which it is found again
 */
public record NewZohoNote(String module, long about, String title, String text, String marker) {}
