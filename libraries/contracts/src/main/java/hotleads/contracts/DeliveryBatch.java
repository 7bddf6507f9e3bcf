package hotleads.contracts;

import java.util.List;

/** Deliveries that core stores in one commit. */
public record DeliveryBatch(List<Delivery> deliveries) {
    /** The most deliveries core takes at once. */
    public static final int LIMIT = 256;
}
