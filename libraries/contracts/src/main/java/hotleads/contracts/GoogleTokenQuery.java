package hotleads.contracts;

/**
 * Whom tokens are wanted for.
 *
 * @param person the practitioner's address at Google
 */
public record GoogleTokenQuery(String person) {
    @Override
    public String toString() {
        return "[a practitioner]";
    }
}
