package hotleads.simulators.google;

import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Practitioner;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Who has a calendar in the practice's domain: its practitioners, each at one address. */
public final class Workspace {

    private Workspace() {}

    /** Address by Acuity calendar. */
    public static Map<Long, String> addresses() {
        var addresses = new LinkedHashMap<Long, String>();
        Catalogue.PRACTITIONERS.forEach(one -> addresses.put(one.calendarId(), address(one)));
        return addresses;
    }

    static boolean knows(String address) {
        return addresses().containsValue(address);
    }

    // Acuity holds several addresses of one practitioner, or none: Google knows one account each.
    private static String address(Practitioner practitioner) {
        String first = practitioner.email().split(",", -1)[0].strip();
        return first.isEmpty() ? practitioner.name().split(" ", 2)[0].toLowerCase(Locale.ROOT) + "@example.org" : first;
    }
}
