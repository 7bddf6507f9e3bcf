package hotleads.core.calendars;

import hotleads.contracts.GoogleTokenQuery;
import hotleads.core.sources.Source;
import hotleads.core.sources.TokenQuery;
import org.springframework.stereotype.Component;

/** Google gives tokens for one practitioner each. Connections tries the credentials with the first there is. */
@Component
class WhoseTokens implements TokenQuery {
    private final GoogleAddresses addresses;

    WhoseTokens(GoogleAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Source source() {
        return Source.GOOGLE;
    }

    @Override
    public Object of(String account) {
        String address = account.equals(Source.MAIN)
                ? addresses.all().values().stream().sorted().findFirst().orElse("")
                : addresses.of(Long.parseLong(account)).orElse("");
        return new GoogleTokenQuery(address);
    }
}
