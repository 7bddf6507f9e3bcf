package hotleads.app.bench;

/**
 * How a stretch of load went.
 *
 * @param acts how many were done within the window
 * @param milliseconds how long each took
 */
record Ran(long acts, double seconds, Samples milliseconds, Used used) {
    double perSecond() {
        return acts / seconds;
    }

    double programsMicroseconds() {
        return used.programs() * 1e6 / acts;
    }

    double postgresMicroseconds() {
        return used.postgres() * 1e6 / acts;
    }

    double fsyncs() {
        return (double) used.fsyncs() / acts;
    }
}
