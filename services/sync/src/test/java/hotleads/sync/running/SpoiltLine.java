package hotleads.sync.running;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The line between our client and a provider, on which anything can happen to what passes. */
public final class SpoiltLine implements AutoCloseable {
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "http2-settings", "transfer-encoding");

    private static final int FIRST_REFUSAL = 300;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Spoil> spoil = new AtomicReference<>((asked, provider) -> provider.answer(asked));
    private final List<Asked> carriedOut = new CopyOnWriteArrayList<>();
    private final URI provider;
    private final ServerSocket server;

    /** A request as it came; names of headers are in lower case. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Asked(String method, String path, Map<String, String> headers, byte[] body) {
        public boolean isForAToken() {
            return path.endsWith("/token");
        }

        boolean isAWrite() {
            return !method.equals("GET") && !isForAToken();
        }
    }

    /** What goes back. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        /** @param headers names and values in turn */
        public static Answer of(int status, String type, String body, String... headers) {
            Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            all.put("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                all.put(headers[i], headers[i + 1]);
            }
            return new Answer(status, all, body.getBytes(StandardCharsets.UTF_8));
        }

        public Answer with(String name, String value) {
            Map<String, String> all = new TreeMap<>(headers);
            all.put(name, value);
            return new Answer(status, all, body);
        }
    }

    /** What is at the other end. */
    public interface Provider {
        Answer answer(Asked asked);
    }

    /** What becomes of a request and its answer; null is silence. */
    public interface Spoil {
        @Nullable
        Answer pass(Asked asked, Provider provider);

        /** Nothing gets through, and this comes back. */
        static Spoil answers(Answer answer) {
            return (asked, provider) -> answer;
        }

        /** Nothing gets through, and nothing comes back. */
        static Spoil silent() {
            return (asked, provider) -> null;
        }

        /** It gets through, and nothing comes back. */
        static Spoil silentAfter() {
            return (asked, provider) -> {
                provider.answer(asked);
                return null;
            };
        }

        static Spoil truncated() {
            return (asked, provider) -> {
                Answer whole = provider.answer(asked);
                return new Answer(whole.status, whole.headers, Arrays.copyOf(whole.body, whole.body.length / 2));
            };
        }

        static Spoil typed(String type) {
            return (asked, provider) -> provider.answer(asked).with("Content-Type", type);
        }

        /** The provider's clock differs from ours by so much. */
        static Spoil dated(Duration ahead, Spoil then) {
            return (asked, provider) -> {
                Answer answer = then.pass(asked, provider);
                return answer == null ? null : answer.with("Date", httpDate(ahead));
            };
        }

        static Spoil nothing() {
            return (asked, provider) -> provider.answer(asked);
        }

        /** Only where it applies; everything else passes. */
        default Spoil where(Predicate<Asked> applies) {
            return (asked, provider) -> applies.test(asked) ? pass(asked, provider) : provider.answer(asked);
        }
    }

    /** So far from now, as headers have it. */
    public static String httpDate(Duration ahead) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Clock.systemUTC().instant().plus(ahead).atZone(ZoneOffset.UTC));
    }

    /** @param provider origin and prefix */
    public SpoiltLine(URI provider) {
        this.provider = provider;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /** This end of it, with the provider's own prefix. */
    public URI address() {
        return URI.create(origin() + provider.getPath());
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    public void spoil(Spoil wanted) {
        carriedOut.clear();
        spoil.set(wanted);
    }

    /** Leaves what was carried out in mind. */
    public void mend() {
        spoil.set(Spoil.nothing());
    }

    /** Writes that reached the provider and were not refused there, since it was last spoilt. */
    public int writesCarriedOut() {
        return (int) carriedOut.stream().filter(Asked::isAWrite).count();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Asked asked = asked(socket.getInputStream());
            Answer answer = spoil.get().pass(asked, this::passOn);
            if (answer == null) {
                // Until whoever asked gives up.
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } else {
                socket.getOutputStream().write(bytes(answer));
            }
        } catch (IOException gone) {
            // Whoever asked did not wait.
        }
    }

    private static Asked asked(InputStream in) throws IOException {
        String[] first = line(in).split(" ", -1);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Asked(first[0], first[1], headers, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("It ended");
            }
            line.write(letter);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private Answer passOn(Asked asked) {
        HttpRequest.Builder request = HttpRequest.newBuilder(provider.resolve(asked.path));
        asked.headers.forEach((name, value) -> {
            if (!NOT_PASSED_ON.contains(name)) {
                request.header(name, value);
            }
        });
        request.method(asked.method, HttpRequest.BodyPublishers.ofByteArray(asked.body));
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() < FIRST_REFUSAL) {
                carriedOut.add(asked);
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            NOT_PASSED_ON.forEach(headers::remove);
            return new Answer(response.statusCode(), headers, ours(response.body()));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** Whoever names its own address means this one. */
    private byte[] ours(byte[] body) {
        String theirs = "http://" + provider.getAuthority();
        return new String(body, StandardCharsets.UTF_8)
                .replace(theirs, origin())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Answer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status + " Status\r\n");
        answer.headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (answer.status != 204 && answer.status != 304) {
            head.append("Content-Length: ").append(answer.body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(answer.body);
        return out.toByteArray();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        }
    }
}
