package hotleads.contracts;

/** One run. */
public record ZoomRunQuery(String uuid) {}
