package hotleads.simulators.web;

/** The JSON body of a "no" outside the vendors' own paths. */
public record Refusal(int status, String code, String title) {}
