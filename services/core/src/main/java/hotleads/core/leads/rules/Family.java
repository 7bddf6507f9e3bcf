package hotleads.core.leads.rules;

/** Rules that speak of the same thing, and the most they may add together, in tenths. */
enum Family {
    ENQUIRY(580),
    BOOKING(450),
    RHYTHM(500),
    PROMISE(600),
    CRM(120),
    SLOT(120),
    /** Only ever subtracts. */
    CONTACT(0);

    private final int cap;

    Family(int cap) {
        this.cap = cap;
    }

    int cap() {
        return cap;
    }
}
