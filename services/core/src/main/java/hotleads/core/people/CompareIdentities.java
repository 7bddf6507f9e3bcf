package hotleads.core.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What two identities agree in, and what that may mean, in a word that a person can weigh. */
@Component
public class CompareIdentities {
    private final ContactCards cards;

    CompareIdentities(ContactCards cards) {
        this.cards = cards;
    }

    /**
     * Both, opened, with what they agree in.
     *
     * @param agrees among {@code name}, {@code email}, {@code phone}
     * @param differs what both have, and each otherwise
     * @param likeness {@code same}, {@code nickname}, {@code family}, {@code other-name}, {@code only-name} or
     *     {@code record-changed}
     */
    public record Compared(
            ContactDetails one, ContactDetails other, List<String> agrees, List<String> differs, String likeness) {}

    public ContactDetails details(UUID identity) {
        return cards.ofIdentity(identity);
    }

    public Compared compare(UUID one, UUID other) {
        ContactDetails first = cards.ofIdentity(one);
        ContactDetails second = cards.ofIdentity(other);
        List<String> agrees = new ArrayList<>();
        List<String> differs = new ArrayList<>();
        sort("name", folded(first), folded(second), agrees, differs);
        sort("email", first.email(), second.email(), agrees, differs);
        sort("phone", first.phone(), second.phone(), agrees, differs);
        return new Compared(first, second, agrees, differs, likeness(first, second, agrees));
    }

    private static @Nullable String folded(ContactDetails details) {
        return details.name().isBlank() ? null : Normalise.folded(details.name());
    }

    private static void sort(
            String what, @Nullable String one, @Nullable String other, List<String> agrees, List<String> differs) {
        if (one != null && other != null) {
            (Objects.equals(one, other) ? agrees : differs).add(what);
        }
    }

    private static String likeness(ContactDetails one, ContactDetails other, List<String> agrees) {
        boolean reached = agrees.contains("email") || agrees.contains("phone");
        if (agrees.contains("name")) {
            return reached ? "same" : "only-name";
        }
        if (!reached) {
            return "record-changed";
        }
        String[] first = Normalise.folded(one.name()).split(" ", -1);
        String[] second = Normalise.folded(other.name()).split(" ", -1);
        boolean sameLast = first[first.length - 1].equals(second[second.length - 1]);
        boolean shortened = first[0].startsWith(second[0]) || second[0].startsWith(first[0]);
        if (sameLast && first.length > 1 && second.length > 1) {
            return shortened ? "nickname" : "family";
        }
        boolean shares = !java.util.Collections.disjoint(Set.of(first), Set.of(second));
        return shares && shortened ? "nickname" : "other-name";
    }
}
