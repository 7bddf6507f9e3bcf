package hotleads.app.bench;

/**
 * What a stretch of load used up.
 *
 * @param programs seconds of processor time of our programs
 * @param postgres the same of the database with all its sessions
 * @param fsyncs of the write-ahead log
 */
record Used(double programs, double postgres, long fsyncs) {
    Used since(Used earlier) {
        return new Used(programs - earlier.programs, postgres - earlier.postgres, fsyncs - earlier.fsyncs);
    }
}
