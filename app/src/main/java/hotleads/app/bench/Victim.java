package hotleads.app.bench;

/** What may die at any moment. */
public enum Victim {
    GATEWAY,
    AUTH,
    CORE,
    WEBHOOKS,
    SYNC,
    DATABASE
}
