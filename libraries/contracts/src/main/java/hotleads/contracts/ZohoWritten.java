package hotleads.contracts;

/** Something of ours that is in Zoho, under this id. */
public record ZohoWritten(long id) {}
