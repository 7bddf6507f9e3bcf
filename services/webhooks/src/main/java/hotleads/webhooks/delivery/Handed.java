package hotleads.webhooks.delivery;

/** How a delivery's way to core ended. */
public enum Handed {
    /** Core has committed it. */
    STORED,
    /** Core has not, or nobody knows: the provider should send it again. */
    NOT_STORED
}
