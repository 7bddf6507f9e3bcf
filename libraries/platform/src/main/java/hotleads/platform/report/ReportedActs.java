package hotleads.platform.report;

import java.util.List;

/** Acts that core records in one commit. */
public record ReportedActs(List<ReportedAct> acts) {
    /** The most acts core takes at once. */
    public static final int LIMIT = 500;
}
