package hotleads.app.bench;

import java.util.UUID;

/** Someone a benchmark made up, as staff would look for them. */
record Known(UUID person, String firstName, String lastName, String email, String phone) {
    String name() {
        return firstName + ' ' + lastName;
    }
}
