package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hotleads.vault.KeyFile;
import hotleads.vault.KeyPlace;
import hotleads.vault.KeyUnusable;
import hotleads.vault.Purpose;
import hotleads.vault.SealingKey;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.inuse.RewrapKeys;
import hotleads.vault.inuse.Rotations;
import hotleads.vault.kms.ChooseKeyPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys wrapped by AWS KMS, as moto plays it, behind a door that may refuse or be shut. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KmsKeysTest {
    private static final String NO_KEY = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";

    private final AtomicInteger asked = new AtomicInteger();
    private SomeMoto moto;
    private HttpServer door;
    private volatile @Nullable String refusal;

    @BeforeAll
    void start() {
        moto = new SomeMoto();
        try {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        door.createContext("/", this::pass);
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.start();
    }

    @AfterAll
    void stop() {
        door.stop(0);
        moto.close();
    }

    @AfterEach
    void letThrough() {
        refusal = null;
    }

    @Test
    void keysAreMadeAtTheFirstStartAndOpenedOnceAtEachLaterOne() {
        SomeKeys keys = new SomeKeys(key());
        UUID id = UUID.randomUUID();
        byte[] sealed = keys.newKey(id).seal("planted", place(id));

        asked.set(0);
        KeysInUse later = keys.opened();

        assertThat(keys.key(later, id).openText(sealed, place(id))).isEqualTo("planted");
        assertThat(later.search().of("email", "a"))
                .isEqualTo(keys.inUse.search().of("email", "a"));
        assertThat(asked).hasValue(1);
        assertThat(keys.jdbc.queryForList("SELECT data_key || sealed FROM key_set", byte[].class))
                .hasSize(1)
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("hotleads keys"));
    }

    @Test
    void aRotationKeepsTheNewKeyWrappedAndOtherInstancesHearOfIt() {
        SomeKeys keys = new SomeKeys(key());
        UUID id = UUID.randomUUID();
        byte[] sealed = keys.newKey(id).seal("planted", place(id));
        KeysInUse other = keys.opened();

        keys.rotate(Purpose.PRACTICE);
        keys.rotate(Purpose.SEARCH);

        assertThat(keys.key(other, id).openText(sealed, place(id))).isEqualTo("planted");
        assertThat(other.search().of("email", "a"))
                .isEqualTo(keys.inUse.search().of("email", "a"));
        assertThat(keys.key(keys.opened(), id).openText(sealed, place(id))).isEqualTo("planted");
    }

    @Test
    void theKeysOfAFileAreTakenOverAndTheFileIsNotNeededAgain() throws IOException {
        SomeKeys keys = new SomeKeys(key(), "");
        Path file = Files.createTempDirectory("keys").resolve("core.key");
        KeyFile.createIfAbsent(file);
        keys.place = new KeyFile(file);
        keys.inUse = keys.opened();
        keys.place = keys.chosen("");
        // Before anything was sealed, too: the database names the file's keys already.
        assertThatThrownBy(keys::opened)
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll("HOTLEADS_MOVE_KEY_FILE", "HOTLEADS_KMS_KEY_ARN");
        UUID id = UUID.randomUUID();
        byte[] sealed = keys.newKey(id).seal("planted", place(id));
        keys.place = keys.chosen(file.toString());
        assertThat(keys.key(keys.opened(), id).openText(sealed, place(id))).isEqualTo("planted");

        Files.delete(file);
        keys.place = keys.chosen("");
        assertThat(keys.key(keys.opened(), id).openText(sealed, place(id))).isEqualTo("planted");
    }

    @Test
    void anotherProgramCannotOpenThem() {
        SomeKeys keys = new SomeKeys(key());
        keys.place = ChooseKeyPlace.of("", keys.arn, "", door().toString(), "auth", keys.jdbc);

        assertThatThrownBy(keys::opened)
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll(keys.arn, "HOTLEADS_KMS_KEY_ARN", "for another program than auth");
    }

    @Test
    void anotherKeyAtKmsIsRefusedByTheNameOfTheOneThatIsWanted() {
        SomeKeys keys = new SomeKeys(key());
        String other = key();
        keys.place = ChooseKeyPlace.of("", other, "", door().toString(), "core", keys.jdbc);

        assertThatThrownBy(keys::opened)
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll(keys.arn, other, "HOTLEADS_KMS_KEY_ARN");
    }

    @Test
    void anAlteredKeySetIsRefused() {
        SomeKeys keys = new SomeKeys(key());
        keys.jdbc.update("UPDATE key_set SET sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)");

        assertThatThrownBy(keys::opened)
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("key_set was altered")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDeniedException, denies core the use of",
        "DisabledException, has disabled",
        "KMSInvalidStateException, has disabled",
        "IncorrectKeyException, wrapped by another",
        "KMSInternalException, refuses",
        "UnrecognizedClientException, refuses"
    })
    void whateverKmsRefusesIsSaidWithTheKeyAndTheVariableAndNothingOfItsAnswer(String code, String said) {
        SomeKeys keys = new SomeKeys(key());
        refusal = code;

        assertThatThrownBy(keys::opened)
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll(said, keys.arn, "HOTLEADS_KMS_KEY_ARN")
                .hasMessageNotContaining("said by KMS");
    }

    @Test
    void aKeyThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> new SomeKeys(NO_KEY))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll(NO_KEY, "does not know", "HOTLEADS_KMS_KEY_ARN");
    }

    @Test
    void withoutAWayToKmsTheKeyAndTheAddressAreNamed() throws IOException {
        SomeKeys keys = new SomeKeys(key());
        String nobody = "http://127.0.0.1:" + SomeMoto.freePort();
        keys.place = ChooseKeyPlace.of("", keys.arn, "", nobody, "core", keys.jdbc);

        assertThatThrownBy(keys::opened)
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll(keys.arn, nobody, "cannot be asked", "HOTLEADS_KMS_KEY_ARN");
    }

    @Test
    void exactlyOnePlaceIsSet() {
        JdbcTemplate none = new JdbcTemplate();
        assertThatThrownBy(() -> ChooseKeyPlace.of("", "", "", "", "core", none))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll("HOTLEADS_KEY_FILE", "HOTLEADS_KMS_KEY_ARN", "Neither is set");
        assertThatThrownBy(() -> ChooseKeyPlace.of("/keys/core.key", NO_KEY, "", "", "core", none))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll("HOTLEADS_KEY_FILE", "HOTLEADS_KMS_KEY_ARN", "Both are set");
        assertThatThrownBy(() -> ChooseKeyPlace.of("", "alias/ours", "", "", "core", none))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContainingAll("HOTLEADS_KMS_KEY_ARN", "not the ARN of a key");
    }

    private String key() {
        return moto.ask("kms", "TrentService.CreateKey", Map.of())
                .get("KeyMetadata")
                .get("Arn")
                .asString();
    }

    private URI door() {
        return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String code = refusal;
        if (code != null) {
            answer(exchange, 400, "{\"__type\":\"" + code + "\",\"message\":\"said by KMS\"}");
            return;
        }
        Map<String, String> headers = new HashMap<>();
        SomeMoto.SIGNED.forEach(
                name -> headers.put(name, exchange.getRequestHeaders().getFirst(name)));
        HttpResponse<String> passed = moto.send(exchange.getRequestHeaders().getFirst("X-Amz-Target"), body, headers);
        answer(exchange, passed.statusCode(), passed.body());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static hotleads.vault.Place place(UUID id) {
        return new hotleads.vault.Place("note", "text", id);
    }

    /** A database of its own, whose keys KMS wraps. */
    private final class SomeKeys {
        final JdbcTemplate jdbc;
        final String arn;
        private final DataSourceTransactionManager transactions;
        KeyPlace place;
        KeysInUse inUse;

        SomeKeys(String arn) {
            this(arn, "");
            inUse.openAtStart();
        }

        SomeKeys(String arn, String moveFile) {
            DriverManagerDataSource source =
                    new DriverManagerDataSource(SomeDatabase.fresh().url() + "?currentSchema=core", "hl_core", "core");
            this.jdbc = new JdbcTemplate(source);
            this.transactions = new DataSourceTransactionManager(source);
            this.arn = arn;
            this.place = chosen(moveFile);
            this.inUse = new KeysInUse(place, jdbc, transactions, Clock.systemUTC());
        }

        KeyPlace chosen(String moveFile) {
            return ChooseKeyPlace.of("", arn, moveFile, door().toString(), "core", jdbc);
        }

        /** As another instance, or the same after a restart, opens them. */
        KeysInUse opened() {
            KeysInUse keys = new KeysInUse(place, jdbc, transactions, Clock.systemUTC());
            keys.openAtStart();
            return keys;
        }

        SealingKey newKey(UUID id) {
            return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
                var made = inUse.holdWrapping().newKey(id);
                jdbc.update(
                        "INSERT INTO sealing_key (id, kind, wrapped, wrapped_by, created_at) VALUES (?, 'note', ?, ?, now())",
                        id,
                        made.wrapped(),
                        made.by());
                return made.key();
            }));
        }

        SealingKey key(KeysInUse keys, UUID id) {
            return jdbc.queryForObject(
                    "SELECT wrapped, wrapped_by FROM sealing_key WHERE id = ?",
                    (row, number) -> keys.unwrap(id, row.getBytes(1), row.getObject(2, UUID.class)),
                    id);
        }

        void rotate(Purpose purpose) {
            Rotations rotations = new Rotations(
                    inUse, List.of(new RewrapKeys(inUse, jdbc)), jdbc, transactions, Clock.systemUTC(), ended -> {});
            Optional<?> started = new TransactionTemplate(transactions).execute(status -> rotations.start(purpose));
            assertThat(started).isPresent();
            while (rotations.round()) {
                // Until all is made anew.
            }
        }
    }
}
