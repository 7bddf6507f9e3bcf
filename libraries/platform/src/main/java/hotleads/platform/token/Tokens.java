package hotleads.platform.token;

/** The words all internal tokens share. */
public final class Tokens {
    /** Who issues them. */
    public static final String ISSUER = "hotleads-auth";

    /** Their {@code typ} (RFC 9068). */
    public static final String TYPE = "at+jwt";

    /** The {@code typ} of a service's assertion about itself (RFC 7523). */
    public static final String ASSERTION_TYPE = "client-authentication+jwt";

    /** The {@code acr} of every person's token. */
    public static final String TWO_FACTORS = "urn:hotleads:acr:two-factors";

    /** The claim with a practitioner's calendars. */
    public static final String ACUITY_CALENDARS = "acuity_calendars";

    /** The claim with the person a client's account is about. */
    public static final String PERSON = "person";

    private Tokens() {}
}
