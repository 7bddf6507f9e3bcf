package hotleads.contracts;

/** Core's word that every delivery of the batch is committed. */
public record DeliveriesStored(int stored) {}
