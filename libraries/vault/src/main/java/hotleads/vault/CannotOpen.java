package hotleads.vault;

/** A sealed value does not open: it was altered, moved to another place, or sealed under another key. */
public class CannotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    CannotOpen(Place place) {
        this(
                place,
                "The sealed value in " + place.table() + "." + place.column() + ", row " + place.row()
                        + ", does not open");
    }

    /** @param message says what is wrong, in ids and words of ours */
    protected CannotOpen(Place place, String message) {
        super(message);
        this.place = place;
    }

    /** Where the value stands that does not open. */
    public Place place() {
        return place;
    }
}
