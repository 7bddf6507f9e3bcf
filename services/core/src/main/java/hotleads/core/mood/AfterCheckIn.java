package hotleads.core.mood;

import java.util.List;

/** Whoever has something to do because of an entry does it in the entry's own transaction. */
public interface AfterCheckIn {
    /**
     * An entry was made or changed.
     *
     * @param latest the person's entries of the last weeks, this one among them, the oldest first
     */
    void kept(CheckIn checkIn, List<CheckIn> latest);
}
