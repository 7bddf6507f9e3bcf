package hotleads.vault;

/** The program cannot start: its key is missing, open to others, or not the one its data was sealed with. */
public final class KeyUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyUnusable(String whatToDo) {
        super(whatToDo);
    }
}
