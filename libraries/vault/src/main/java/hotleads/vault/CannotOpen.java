package hotleads.vault;

/** A sealed value does not open: it was altered, moved to another place, or sealed under another key. */
public final class CannotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotOpen(Place place) {
        super("The sealed value in " + place.table() + "." + place.column() + ", row " + place.row()
                + ", does not open");
    }
}
