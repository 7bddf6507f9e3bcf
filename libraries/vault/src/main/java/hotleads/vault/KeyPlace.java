package hotleads.vault;

/** Where a program's keys are kept: a file of its own, or wrapped by AWS KMS beside its data. */
public interface KeyPlace {
    /** @throws KeyUnusable when they cannot be had from there; the message says what to do */
    KeySet read();

    /**
     * Puts these in the place of those there were, all or none of them. Whoever calls lets no other write meanwhile.
     */
    void write(KeySet keys);

    /** What it is called in messages, with the variable that names it. */
    String name();
}
