package hotleads.deploy;

import java.util.List;

/** How much of everything: every claim holds in both. */
@SuppressWarnings("ImmutableEnumChecker") // Its lists come from List.of.
enum Size {
    /** One practice, for the least money. */
    SMALL(List.of("a", "b"), "t4g.small", 20, 1, 2, 1, 14, false),
    /** Several zones of everything, TLS between the programs, and a firewall before the way out. */
    LARGE(List.of("a", "b", "c"), "m7g.large", 100, 2, 10, 3, 35, true);

    private final List<String> zones;
    private final String database;
    private final int databaseGiB;
    private final int fewest;
    private final int most;
    private final int endpointZones;
    private final int backupDays;
    private final boolean walled;

    Size(
            List<String> zones,
            String database,
            int databaseGiB,
            int fewest,
            int most,
            int endpointZones,
            int backupDays,
            boolean walled) {
        this.zones = zones;
        this.database = database;
        this.databaseGiB = databaseGiB;
        this.fewest = fewest;
        this.most = most;
        this.endpointZones = endpointZones;
        this.backupDays = backupDays;
        this.walled = walled;
    }

    List<String> zones(String region) {
        return zones.stream().map(letter -> region + letter).toList();
    }

    String database() {
        return database;
    }

    int databaseGiB() {
        return databaseGiB;
    }

    /** Tasks of each program. */
    int fewest() {
        return fewest;
    }

    int most() {
        return most;
    }

    /** In how many zones AWS's own services, and the internet for sync, are reached. */
    int endpointZones() {
        return endpointZones;
    }

    int backupDays() {
        return backupDays;
    }

    /** Whether sync's way out leads through a firewall, and programs speak TLS with each other. */
    boolean walled() {
        return walled;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
