package hotleads.simulators.zoom;

/** The practice's account at Zoom, and the secret its hooks are signed with. */
public record ZoomAccount(String accountId, String clientId, String clientSecret, String hookSecret) {

    @Override
    public String toString() {
        return "ZoomAccount[accountId=" + accountId + "]";
    }
}
