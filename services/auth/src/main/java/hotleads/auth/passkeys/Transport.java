package hotleads.auth.passkeys;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a browser reaches a passkey's device (WebAuthn, 5.8.4). */
enum Transport {
    USB,
    NFC,
    BLE,
    SMART_CARD,
    HYBRID,
    INTERNAL;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those of the words that are known; browsers may tell of newer ones. */
    static List<Transport> known(List<String> words) {
        return Arrays.stream(values())
                .filter(transport -> words.contains(transport.word()))
                .toList();
    }

    static String join(List<Transport> transports) {
        return transports.stream().map(Transport::word).collect(Collectors.joining(","));
    }

    static List<Transport> split(String joined) {
        return known(List.of(joined.split(",")));
    }
}
