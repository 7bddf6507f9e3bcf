package hotleads.core.outbox;

/** The way out for one kind of thing; one bean for each kind. No lock or connection is held while it is called. */
public interface Outward {
    /** The kind of parcels that go this way, such as {@code zoho-note}. */
    String kind();

    /** Whether it arrived, asked before any try that follows one whose end nobody knows. */
    Sent lookUp(Parcel parcel);

    /** Tries once. */
    Sent send(Parcel parcel);
}
