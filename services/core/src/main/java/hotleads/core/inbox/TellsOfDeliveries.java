package hotleads.core.inbox;

/** Whoever is to look when a provider's delivery was stored: a bean for each provider whose hooks are hints. */
public interface TellsOfDeliveries {
    /** Whose deliveries, as they name their provider. */
    String provider();

    /** At least one was committed; called on the delivery's own thread, so it only notes that. */
    void delivered();
}
