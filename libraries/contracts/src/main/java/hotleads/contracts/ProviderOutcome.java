package hotleads.contracts;

/** How a provider answered, in the classes the product's behaviour and words come from. */
public enum ProviderOutcome {
    /** It answered, and the records are in the answer. */
    OK,
    /** It answered that there is nothing there. */
    NOTHING,
    /** It answered that the one record asked for does not exist, or no longer. */
    GONE,
    /** Not now; the answer may carry the time to wait. */
    RETRY_LATER,
    /** It refused our credentials: a person has to mend them. */
    REFUSED_TOKEN,
    /** It knows us but does not let us read this. */
    REFUSED_PERMISSION,
    /** What we meant to change was changed there meanwhile, or the id is taken: read it again first. */
    CHANGED,
    /** The account lent holds no token that lasts another minute: nothing was asked. */
    TOKEN_NEEDED,
    /** It could not make sense of what we asked: our fault. */
    BAD_REQUEST,
    /** Nobody can tell what happened: a time-out, a server error, an answer that is not one. */
    UNCLEAR
}
