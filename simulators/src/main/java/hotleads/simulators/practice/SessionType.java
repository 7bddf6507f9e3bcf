package hotleads.simulators.practice;

/** A kind of session; {@code places} above one makes it a group. */
public record SessionType(
        long id, String name, String description, int minutes, String price, String color, int places, boolean active) {

    public boolean isGroup() {
        return places > 1;
    }
}
