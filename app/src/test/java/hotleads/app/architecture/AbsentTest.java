package hotleads.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we do not have, nobody can misuse. */
class AbsentTest {
    private static final Path HOME = Path.of(System.getProperty("hotleads.home", ".."));
    private static final Path PAGES = HOME.resolve("frontend/src");

    /** In SQL. Over brackets or {@code unnest} it is no table's; what stands in the brackets is looked at itself. */
    private static final Pattern STAR = Pattern.compile(
            "(\\bSELECT\\s+(DISTINCT\\s+(ON\\s+\\([^)]*\\)\\s+)?)?|\\bRETURNING\\s+|, |\\b[a-z_]+\\.)\\*(?=[\\s,\"])"
                    + "(?!\\s+FROM\\s+(\\(|unnest\\())");

    /** It gives a number to a function of the C library and gets one back; there is no memory to go wrong in. */
    @Test
    void onlyWhatGivesWayCallsWhatIsNotJava() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("hotleads.auth.passwords.Background")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign..")
                .check(Product.whole());
    }

    @ParameterizedTest
    @CsvSource({
        "XML parsers, 'javax\\.xml\\..*|org\\.xml\\..*|org\\.w3c\\..*|.*\\.XmlMapper|org\\.jdom.*|org\\.dom4j.*'",
        "directories and JNDI, 'javax\\.naming\\..*|.*\\.ldap\\..*'",
        "GraphQL, '.*graphql.*'",
        "WebSockets, 'jakarta\\.websocket\\..*|.*\\.web\\.socket\\..*|java\\.net\\.http\\.WebSocket.*'",
        "uploaded files, '.*\\.multipart\\..*|jakarta\\.servlet\\.http\\.Part'",
        "scripts, 'javax\\.script\\..*|org\\.springframework\\.expression\\..*|groovy\\..*|.*\\.Janino.*'",
        "templates, '.*thymeleaf.*|.*freemarker.*|.*velocity.*|.*mustache.*|jakarta\\.servlet\\.jsp\\..*'",
        "Java objects read from bytes, 'java\\.io\\.ObjectInputStream|.*\\.XMLDecoder|.*\\.kryo\\..*'",
        "OAuth clients, '.*\\.oauth2\\.client\\..*|com\\.nimbusds\\.oauth2\\..*|.*\\.saml2?\\..*'",
        "remote calls of Java, 'java\\.rmi\\..*|javax\\.management\\.remote\\..*'",
        "memory by hand, 'sun\\.misc\\.Unsafe|jdk\\.internal\\..*|java\\.lang\\.foreign\\.Arena'",
        "caches beside the database, '.*memcache.*|.*\\.jedis\\..*|.*\\.redis\\..*'",
        "object mappers of databases, 'jakarta\\.persistence\\..*|org\\.hibernate\\..*'"
    })
    void noProgramHas(String what, String names) {
        Pattern pattern = Pattern.compile(names);

        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are " + what,
                        (JavaClass type) -> pattern.matcher(type.getName()).matches()))
                .check(Product.whole());
    }

    @Test
    void noServiceStartsProgramsOfTheSystem() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "belong to a service", type -> Part.of(type).isService()))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "start programs",
                        (JavaClass type) -> type.getName().equals("java.lang.ProcessBuilder")
                                || type.getName().equals("java.lang.Process")))
                .check(Product.whole());
    }

    @Test
    void noServiceGuessesAtRandomWhereSomebodyCouldGuessToo() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "belong to a service", type -> Part.of(type).isService()))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are predictable",
                        (JavaClass type) -> type.getName().equals("java.util.Random")
                                || type.getName().equals("java.util.SplittableRandom")))
                .check(Product.whole());
    }

    @ParameterizedTest
    @CsvSource({
        "HTML made of text, 'dangerouslySetInnerHTML|\\.innerHTML|\\.outerHTML|insertAdjacentHTML|document\\.write'",
        "code made of text, '\\beval\\(|new Function\\(|setTimeout\\([\\x27\"]'",
        // A channel between pages of our own address is no window.
        "messages between windows, '(window|self|parent|opener|top|contentWindow)\\.postMessage|window\\.addEventListener\\([\\x27\"]message|onmessage'",
        "scripts from elsewhere, 'https?://[^\\x27\"]*\\.js\\b|importScripts'",
        "databases in the browser, 'indexedDB|document\\.cookie|openDatabase'",
        "addresses that are code, '[\\x27\"]javascript:'",
        "prototypes by name, '__proto__|\\.prototype\\b|setPrototypeOf'"
    })
    void noPageHas(String what, String text) {
        Pattern pattern = Pattern.compile(text);

        assertThat(pages().filter(file -> pattern.matcher(read(file)).find()))
                .as(what)
                .isEmpty();
    }

    @Test
    void thePagesAreLookedAt() {
        assertThat(pages()).hasSizeGreaterThan(100);
    }

    private static Stream<Path> pages() {
        return files(PAGES)
                .filter(file -> file.toString().matches(".*\\.tsx?")
                        && !file.toString().matches(".*\\.test\\.tsx?|.*/test/.*"));
    }

    /** A plan that was prepared before a column was added is refused inside a transaction. */
    @Test
    void noStatementTakesWhateverColumnsATableHas() {
        assertThat(sources().filter(file -> STAR.matcher(read(file)).find())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"SELECT * FROM lead\"",
                "SELECT *\n  FROM lead",
                "SELECT DISTINCT ON (person_id) * FROM lead",
                "SELECT l.*, p.id FROM lead l",
                "SELECT count(*), l.* FROM lead l",
                "SELECT 1, * FROM lead",
                "UPDATE lead SET state = ? RETURNING *\n",
                "SELECT * FROM (SELECT * FROM lead) latest"
            })
    void theStarOfATableIsFound(String statement) {
        assertThat(STAR.matcher(statement).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM lead",
                "SELECT count(l.*) FROM lead l",
                "SELECT * FROM unnest(?, ?) AS t (id, at)",
                "SELECT true, asked.* FROM (SELECT id FROM lead) asked"
            })
    void theStarOfNoTableIsLeftAlone(String statement) {
        assertThat(STAR.matcher(statement).find()).isFalse();
    }

    @Test
    void theStatementsAreLookedAt() {
        assertThat(sources().filter(file -> read(file).contains("SELECT "))).hasSizeGreaterThan(100);
    }

    private static Stream<Path> sources() {
        return Stream.of("libraries", "services")
                .flatMap(place -> Stream.of(
                        Objects.requireNonNull(HOME.resolve(place).toFile().listFiles())))
                .map(module -> module.toPath().resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(AbsentTest::files);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
