package hotleads.core.attendance;

import java.util.Set;

/**
 * What we know a client by, all of it folded so that two ways of writing one thing are equal.
 *
 * @param names each as the set of its words
 * @param givenNames as one types them alone
 */
record Known(Set<Set<String>> names, Set<Set<String>> givenNames, Set<String> emails, Set<String> phones) {
    static final Known NOBODY = new Known(Set.of(), Set.of(), Set.of(), Set.of());

    boolean isCalled(Set<String> name) {
        return !name.isEmpty() && names.contains(name);
    }
}
