package hotleads.sync.zoho;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where Zoho keeps a practice's data; a token of one is nothing to another. No other host ever gets one. */
enum DataCentre {
    US("https://www.zohoapis.com", "https://accounts.zoho.com"),
    EU("https://www.zohoapis.eu", "https://accounts.zoho.eu"),
    IN("https://www.zohoapis.in", "https://accounts.zoho.in"),
    AU("https://www.zohoapis.com.au", "https://accounts.zoho.com.au"),
    JP("https://www.zohoapis.jp", "https://accounts.zoho.jp"),
    CN("https://www.zohoapis.com.cn", "https://accounts.zoho.com.cn"),
    CA("https://www.zohoapis.ca", "https://accounts.zohocloud.ca"),
    SA("https://www.zohoapis.sa", "https://accounts.zoho.sa");

    private static final List<String> KINDS = List.of("www", "sandbox", "developer");

    private final URI api;
    private final URI accounts;

    DataCentre(String api, String accounts) {
        this.api = URI.create(api);
        this.accounts = URI.create(accounts);
    }

    URI accounts() {
        return accounts;
    }

    static Optional<DataCentre> of(String word) {
        return Arrays.stream(values())
                .filter(one ->
                        one.name().toLowerCase(Locale.ROOT).equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Production, sandbox and developer hosts alike, and nothing behind the host. */
    static boolean isApi(URI offered) {
        String host = String.valueOf(offered.getHost());
        return "https".equals(offered.getScheme())
                && offered.getPort() == -1
                && offered.getRawUserInfo() == null
                && Arrays.stream(values())
                        .anyMatch(centre -> KINDS.stream()
                                .anyMatch(
                                        kind -> host.equals(centre.api.getHost().replaceFirst("^www", kind))));
    }
}
