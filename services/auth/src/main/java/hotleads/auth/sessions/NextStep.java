package hotleads.auth.sessions;

/** Where a browser's session stands after a step, so that it shows what comes next. */
public record NextStep(Stage state) {}
