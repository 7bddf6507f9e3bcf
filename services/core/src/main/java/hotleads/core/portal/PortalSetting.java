package hotleads.core.portal;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a client wants their own pages.
 *
 * @param zone the IANA zone they read times in; null for whatever the phone says
 * @param textSize {@code usual}, {@code large} or {@code larger}
 */
record PortalSetting(@Nullable String zone, String textSize) {
    static final PortalSetting UNSET = new PortalSetting(null, "usual");

    private static final Set<String> SIZES = Set.of("usual", "large", "larger");

    boolean isOneOfOurs() {
        return SIZES.contains(textSize) && (zone == null || isZone(zone));
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.getAvailableZoneIds().contains(zone) && ZoneId.of(zone) != null;
        } catch (ZoneRulesException gone) {
            return false;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
