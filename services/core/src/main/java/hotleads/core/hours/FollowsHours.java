package hotleads.core.hours;

/** Something that goes with working hours; called in the transaction of the change. */
public interface FollowsHours {
    void hoursChanged(long calendar);
}
