package hotleads.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we do not have, nobody can misuse. */
class AbsentTest {
    private static final Path PAGES = Path.of(System.getProperty("hotleads.home", ".."), "frontend/src");

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
        try (Stream<Path> files = Files.walk(PAGES)) {
            return List.copyOf(files.filter(file -> file.toString().matches(".*\\.tsx?")
                                    && !file.toString().matches(".*\\.test\\.tsx?|.*/test/.*"))
                            .toList())
                    .stream();
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
