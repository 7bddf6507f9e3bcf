package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hotleads.core.erasures.ALedger;
import hotleads.core.erasures.Erased;
import hotleads.core.erasures.ErasureLedger;
import hotleads.core.erasures.LedgerUnusable;
import hotleads.vault.KeySet;
import hotleads.vault.Purpose;
import hotleads.vault.inuse.SearchKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger in a bucket: what was put there first counts, and whatever is not whole and ours is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerBucketTest {
    private final SearchKeys keys = someKeys();
    private final UUID id = UUID.randomUUID();
    private SomeBucket bucket;
    /** Each test has its own. */
    private String folder = "";

    private ErasureLedger ledger;

    @BeforeAll
    void start() {
        bucket = new SomeBucket();
    }

    @AfterAll
    void stop() {
        bucket.close();
    }

    @BeforeEach
    void anEmptyOne() {
        bucket.shut = false;
        folder = "erasures-" + UUID.randomUUID();
        ledger = at(SomeBucket.LOCKED, folder);
    }

    private ErasureLedger at(String of, String in) {
        return ALedger.inBucket("s3://" + of + "/" + in, bucket.door());
    }

    private static SearchKeys someKeys() {
        KeySet set = KeySet.fresh();
        return new SearchKeys(List.of(set.digests(set.newest(Purpose.SEARCH))));
    }

    private static Erased someErased() {
        return new Erased(
                UUID.randomUUID(),
                Instant.parse("2026-11-02T10:00:00Z"),
                UUID.randomUUID(),
                List.of(UUID.randomUUID(), UUID.randomUUID()),
                List.of(UUID.randomUUID()),
                List.of(UUID.randomUUID()),
                List.of("AAECAwQFBgcICQoLDA0ODw=="),
                UUID.randomUUID(),
                Instant.parse("2026-11-01T10:00:00Z"),
                UUID.randomUUID());
    }

    /** Begun, and as many in it. */
    private List<Erased> held(int many) {
        ledger.begin(id, keys);
        List<Erased> entries =
                IntStream.range(0, many).mapToObj(one -> someErased()).toList();
        entries.forEach(one -> ledger.append(one, keys));
        return entries;
    }

    private String line(int number) {
        return folder + "/" + String.format("%08d", number);
    }

    @Test
    void holdsWhatWasPutThereInItsOrder() {
        assertThat(ledger.read(keys)).isEmpty();

        List<Erased> entries = held(3);

        assertThat(at(SomeBucket.LOCKED, folder).read(keys)).contains(new ErasureLedger.Held(id, entries));
        assertThat(bucket.lockOf(line(1))).isEqualTo("COMPLIANCE");
        assertThat(bucket.lockOf(line(4))).isEqualTo("COMPLIANCE");
    }

    /** A page is of five here. */
    @Test
    void isReadWholeWhenItIsLongerThanAPage() {
        List<Erased> entries = held(12);
        for (int over = 0; over < 7; over++) {
            bucket.put(line(5), "version " + over);
            bucket.delete(line(6));
        }

        assertThat(ledger.read(keys)).contains(new ErasureLedger.Held(id, entries));
    }

    @Test
    void aLaterVersionHidesNobody() {
        List<Erased> entries = held(2);
        bucket.put(line(2), "");
        bucket.put(line(3), bucket.get(line(1)));

        assertThat(ledger.read(keys)).contains(new ErasureLedger.Held(id, entries));
        ledger.append(someErased(), keys);
        assertThat(ledger.read(keys).orElseThrow().entries()).hasSize(3).startsWith(entries.getFirst());
    }

    @Test
    void deletingHidesNobody() {
        List<Erased> entries = held(2);
        IntStream.rangeClosed(1, 3).forEach(number -> bucket.delete(line(number)));

        assertThat(ledger.read(keys)).contains(new ErasureLedger.Held(id, entries));
        ledger.append(someErased(), keys);
        assertThat(ledger.read(keys).orElseThrow().entries()).hasSize(3);
    }

    @Test
    void aLineThatIsNoneOfOursIsRefusedAndNothingIsPutBehindIt() {
        held(2);
        List<String> lines = IntStream.rangeClosed(1, 3)
                .mapToObj(this::line)
                .map(bucket::get)
                .toList();
        for (List<String> altered : List.of(
                List.of(lines.get(0), lines.get(1).replaceFirst("\"at\":\"2", "\"at\":\"3"), lines.get(2)),
                List.of(lines.get(0), lines.get(2)),
                List.of(lines.get(0), lines.get(1), lines.get(1)),
                List.of(lines.get(0), lines.get(1), "nothing-of-ours"),
                List.of(lines.get(0), lines.get(1), ""),
                List.of(lines.get(0), lines.get(1), " \n"))) {
            copy(altered);

            assertThat(refusal(() -> ledger.read(keys))).contains("is none of core's");
        }
        assertThat(refusal(() -> ledger.append(someErased(), keys))).contains("Line 3", "is none of core's");
    }

    /** The same lines in another folder. */
    private void copy(List<String> lines) {
        folder = "erasures-" + UUID.randomUUID();
        ledger = at(SomeBucket.LOCKED, folder);
        IntStream.range(0, lines.size()).forEach(at -> bucket.put(line(at + 1), lines.get(at)));
    }

    @Test
    void aLineThatIsGoneIsAskedFor() {
        held(3);
        String first = bucket.get(line(1));
        String third = bucket.get(line(3));
        copy(List.of(first));
        bucket.put(line(3), third);

        assertThat(refusal(() -> ledger.read(keys))).contains("Line 2", "is gone");
        assertThat(refusal(() -> ledger.append(someErased(), keys))).contains("Line 2", "is gone");
        copy(List.of(first));
        bucket.leaveAMark(line(2));
        assertThat(refusal(() -> ledger.read(keys))).contains("Line 2", "is gone");
    }

    @Test
    void anotherPracticesIsRefused() {
        held(1);

        assertThat(refusal(() -> ledger.read(someKeys()))).contains("made with other keys");
        assertThat(refusal(() -> ledger.append(someErased(), someKeys()))).contains("is none of core's");
    }

    @Test
    void whatElseLiesThereChangesNothing() {
        List<Erased> entries = held(1);
        bucket.put(folder + "/README", "ours");
        bucket.put(folder + "/00000003.bak", "ours");
        bucket.put(folder + "-2/00000003", "another's");

        assertThat(ledger.read(keys)).contains(new ErasureLedger.Held(id, entries));
    }

    @Test
    void aNewOneIsBegunWhereSomebodySaidSo() {
        assertThat(ledger.mayBegin()).isFalse();
        bucket.put(folder + "/beginning", "");
        assertThat(ledger.mayBegin()).isFalse();

        bucket.put(folder + "/begin", "");

        assertThat(ledger.mayBegin()).isTrue();
        assertThat(ledger.howToBeginAnew()).contains("\"begin\"");
        List<Erased> entries = held(1);
        assertThat(ledger.read(keys)).contains(new ErasureLedger.Held(id, entries));
    }

    @Test
    void ofTwoWhoWriteAtOnceOneDoes() {
        held(1);
        Erased theirs = someErased();
        bucket.beforeAnObject.add(() -> at(SomeBucket.LOCKED, folder).append(theirs, keys));

        assertThat(refusal(() -> ledger.append(someErased(), keys))).contains("Another program wrote line 3");

        assertThat(ledger.read(keys).orElseThrow().entries()).hasSize(2).endsWith(theirs);
    }

    @Test
    void whoeverIsToldThatItWasWrittenFindsItWithManyAtOnceToo() {
        held(0);
        Queue<Erased> written = new ConcurrentLinkedQueue<>();
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 12; writer++) {
                many.execute(() -> {
                    Erased ours = someErased();
                    try {
                        at(SomeBucket.LOCKED, folder).append(ours, keys);
                        written.add(ours);
                    } catch (LedgerUnusable another) {
                        refused.add(String.valueOf(another.getMessage()));
                    }
                });
            }
        }

        assertThat(written).isNotEmpty();
        assertThat(written.size() + refused.size()).isEqualTo(12);
        assertThat(refused).allMatch(why -> why.contains("Another program wrote"));
        assertThat(ledger.read(keys).orElseThrow().entries()).containsExactlyInAnyOrderElementsOf(written);
    }

    /** Where a mark of deletion lies, S3 takes another object, but what was there first is not ours. */
    @Test
    void whatSomebodyPutAndDeletedBeforeIsNotTakenForOurs() {
        held(1);
        bucket.beforeAnObject.add(() -> {
            bucket.put(line(3), "somebody's");
            bucket.delete(line(3));
        });

        assertThat(refusal(() -> ledger.append(someErased(), keys))).contains("Another program wrote line 3");
    }

    @Test
    void anAnswerThatGotLostWritesNothingTwice() {
        List<Erased> entries = held(1);
        Erased next = someErased();
        bucket.losesTheNextAnswer = true;

        ledger.append(next, keys);

        assertThat(bucket.losesTheNextAnswer).isFalse();
        assertThat(ledger.read(keys).orElseThrow().entries()).containsExactly(entries.getFirst(), next);
    }

    @Test
    void whileTheBucketIsAwayNothingIsReadOrWritten() {
        List<Erased> entries = held(1);
        bucket.shut = true;

        assertThat(refusal(() -> ledger.read(keys))).contains("503", "nobody is erased");
        assertThat(refusal(() -> ledger.append(someErased(), keys))).contains("503", "nobody is erased");
        assertThat(refusal(() -> ledger.mayBegin())).contains("503", "nobody is erased");
        assertThat(refusal(() -> ALedger.inBucket("s3://practice-locked/x", "http://127.0.0.1:9")
                        .read(keys)))
                .contains("no way there");

        bucket.shut = false;
        assertThat(ledger.read(keys)).contains(new ErasureLedger.Held(id, entries));
    }

    @Test
    void aBucketThatLetsAnythingBeDeletedIsRefused() {
        assertThat(refusal(() -> at(SomeBucket.OPEN, folder).read(keys))).contains("compliance mode");
        assertThat(refusal(() -> at("practice-unknown", folder).read(keys))).contains("has no bucket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://",
                "s3://practice-locked",
                "s3://practice-locked/",
                "s3://practice-locked/erasures/",
                "s3://practice-locked//erasures",
                "s3://practice.locked/erasures",
                "s3://practice-locked/erasures?x",
                "s3://practice-locked/../erasures"
            })
    void aNameThatIsNoFolderInABucketIsRefused(String place) {
        assertThat(refusal(() -> ALedger.inBucket(place, bucket.door())))
                .contains("HOTLEADS_ERASURE_LEDGER", "s3://my-locked-bucket/my-folder");
    }

    /** So a ledger moves from one place to the other line by line. */
    @Test
    void itsLinesAreThoseOfAFile(@TempDir Path temporary) throws IOException {
        Path file = temporary.resolve("core.key.erasures");
        ErasureLedger before = ALedger.inFile(file);
        before.begin(id, keys);
        before.append(someErased(), keys);

        copy(Files.readAllLines(file).stream().map(line -> line + "\n").toList());

        assertThat(ledger.read(keys)).isEqualTo(before.read(keys));
        Erased next = someErased();
        ledger.append(next, keys);
        Files.writeString(file, bucket.get(line(1)) + bucket.get(line(2)) + bucket.get(line(3)));
        assertThat(before.read(keys).orElseThrow().entries()).hasSize(2).endsWith(next);
    }

    private static String refusal(ThrowingCallable act) {
        return String.valueOf(catchThrowableOfType(LedgerUnusable.class, act).getMessage());
    }
}
