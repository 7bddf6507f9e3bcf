package hotleads.core.sources;

/** What sync has to be told to get a token for an account, where a provider knows us by several. */
public interface TokenQuery {
    Source source();

    /** @param account as it is called in {@link SourceAccess#ask} */
    Object of(String account);
}
