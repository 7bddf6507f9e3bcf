package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.CountedHashing;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestPerson;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.accounts.EmailAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A password hashed with what was enough years ago. */
class RehashTest extends RunningAuth {
    private final Accounts accounts;
    private final TransactionTemplate together;

    RehashTest(@Autowired Accounts accounts, @Autowired PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.together = new TransactionTemplate(transactions);
    }

    @Test
    void isHashedAnewWhenItIsProved() {
        TestPerson person = someoneWhoJoinedLongAgo();

        gateway().browser().signIn(person.email(), person.password());

        assertThat(stored(person).passwordHash()).isEqualTo(hashing.encode(person.password()));
        assertThat(gateway().browser().signIn(person.email(), person.password()).status())
                .isEqualTo(200);
    }

    @Test
    void staysAsItIsWhenItWasOnlyGuessedAt() {
        TestPerson person = someoneWhoJoinedLongAgo();

        gateway().browser().signIn(person.email(), "not the right password");

        assertThat(stored(person).passwordHash()).isEqualTo(CountedHashing.oldHashOf(person.password()));
    }

    @Test
    void isNotBroughtBackOverAPasswordThatWasChangedMeanwhile() {
        TestPerson person = someoneWhoJoinedLongAgo();
        String old = stored(person).passwordHash();

        rehash(person, old, "cheap:another one");
        rehash(person, old, "cheap:the old one again");

        assertThat(stored(person).passwordHash()).isEqualTo("cheap:another one");
    }

    private TestPerson someoneWhoJoinedLongAgo() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        rehash(person, stored(person).passwordHash(), CountedHashing.oldHashOf(person.password()));
        return person;
    }

    private void rehash(TestPerson person, String before, String after) {
        together.executeWithoutResult(
                status -> accounts.rehash(accounts.hold(stored(person).id()).orElseThrow(), before, after));
    }

    private Account stored(TestPerson person) {
        return accounts.find(EmailAddress.asTyped(person.email())).orElseThrow();
    }
}
