package hotleads.contracts;

/**
 * What became of them.
 *
 * @param mailed whether there is a mail server; without one nobody gets any
 * @param mails how many wait to be sent that did not before
 */
public record DigestsTaken(boolean mailed, int mails) {}
