package hotleads.core.staff;

/** Whoever reads at providers what belongs to practitioners, and so has to do when that is something else. */
public interface FollowsPlaces {
    /** Told after each start too, as nobody knows what changed before. */
    void placesChanged();
}
