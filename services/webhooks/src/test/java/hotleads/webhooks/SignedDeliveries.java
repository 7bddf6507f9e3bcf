package hotleads.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a fuzzer's bytes say: some lines of text, as headers, and all behind them as a body. */
public final class SignedDeliveries {
    private SignedDeliveries() {}

    /** The lines before the body, so many that are wanted, and the body last; what is missing is empty. */
    public static byte[][] parts(byte[] input, int lines) {
        byte[][] parts = new byte[lines + 1][];
        int from = 0;
        for (int line = 0; line < lines; line++) {
            int end = from;
            while (end < input.length && input[end] != '\n') {
                end++;
            }
            parts[line] = Arrays.copyOfRange(input, from, end);
            from = Math.min(input.length, end + 1);
        }
        parts[lines] = Arrays.copyOfRange(input, from, input.length);
        return parts;
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Worked out apart from the code that checks it. */
    public static byte[] mac(String key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            Arrays.stream(parts).forEach(mac::update);
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
