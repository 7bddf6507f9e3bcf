package hotleads.scorecard;

/** A session of which one knows how it went. */
public record Known(Before before, boolean wasMissed) {}
