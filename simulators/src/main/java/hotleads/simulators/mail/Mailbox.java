package hotleads.simulators.mail;

import hotleads.simulators.storage.StateFile;
import java.util.ArrayList;
import java.util.List;

/** Every mail that was sent lately, whoever it was for. */
public final class Mailbox {

    private static final int MOST = 200;

    private record Stored(List<Mail> mails) {}

    private final StateFile file;
    private final List<Mail> mails = new ArrayList<>();

    public Mailbox(StateFile file) {
        this.file = file;
        file.read(Stored.class).ifPresent(stored -> mails.addAll(stored.mails));
    }

    /** The newest first. */
    public List<Mail> newest() {
        return mails().reversed();
    }

    public void forgetAll() {
        synchronized (this) {
            mails.clear();
        }
        save();
    }

    void add(Mail mail) {
        synchronized (this) {
            mails.add(mail);
            if (mails.size() > MOST) {
                mails.removeFirst();
            }
        }
        save();
    }

    private synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }

    private void save() {
        file.save(() -> new Stored(mails()));
    }
}
