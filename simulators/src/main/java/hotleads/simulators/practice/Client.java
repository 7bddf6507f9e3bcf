package hotleads.simulators.practice;

import java.util.Locale;

/** A made-up person; the phone is ten digits, or empty. */
public record Client(String firstName, String lastName, String email, String phone, String zone) {

    public String name() {
        return firstName + " " + lastName;
    }

    /** As Acuity's client list writes it; appointments hold the digits alone. */
    public String formattedPhone() {
        return phone.length() == 10
                ? "(%s) %s-%s".formatted(phone.substring(0, 3), phone.substring(3, 6), phone.substring(6))
                : phone;
    }

    boolean matches(String search) {
        String wanted = search.toLowerCase(Locale.ROOT);
        return name().toLowerCase(Locale.ROOT).contains(wanted)
                || email.toLowerCase(Locale.ROOT).contains(wanted)
                || phone.contains(wanted);
    }
}
