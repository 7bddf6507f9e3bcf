package hotleads.auth.notices;

import hotleads.auth.Nowhere;
import hotleads.auth.accounts.Account;
import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;

/** Tells nobody anything. */
public final class NoNotices extends Notices {
    public NoNotices(Clock clock) {
        super(Nowhere.client(), JsonMapper.builder().build(), clock, "");
    }

    @Override
    public void tell(Account account, Notice notice) {}
}
