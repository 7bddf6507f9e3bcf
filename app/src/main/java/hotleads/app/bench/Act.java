package hotleads.app.bench;

import java.io.IOException;
import java.sql.SQLException;

/** One thing done over one connection, again and again; it returns when the thing is durable. */
interface Act {
    void once() throws IOException, SQLException;
}
