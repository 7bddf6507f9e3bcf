package hotleads.core.erasures;

import org.springframework.beans.factory.InitializingBean;

/** What core does with the ledger at its start, for tests that need not start a whole one for it. */
public final class AsAtAStart {
    private AsAtAStart() {}

    public static Class<? extends InitializingBean> bean() {
        return ApplyLedger.class;
    }
}
