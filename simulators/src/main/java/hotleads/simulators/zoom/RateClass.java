package hotleads.simulators.zoom;

/** What the Pro plan allows of each kind of call. */
enum RateClass {
    LIGHT("Light", 30, Integer.MAX_VALUE),
    MEDIUM("Medium", 20, Integer.MAX_VALUE),
    HEAVY("Heavy", 10, 30_000);

    private final String word;
    private final int perSecond;
    private final int perDay;

    RateClass(String word, int perSecond, int perDay) {
        this.word = word;
        this.perSecond = perSecond;
        this.perDay = perDay;
    }

    String word() {
        return word;
    }

    int perSecond() {
        return perSecond;
    }

    int perDay() {
        return perDay;
    }
}
