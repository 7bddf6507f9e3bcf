package hotleads.simulators.zoho;

/** The practice's self client at Zoho, and the refresh token it was given. */
public record ZohoAccount(String clientId, String clientSecret, String refreshToken) {

    @Override
    public String toString() {
        return "ZohoAccount[]";
    }
}
