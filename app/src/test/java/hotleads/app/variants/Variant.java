package hotleads.app.variants;

import hotleads.app.programs.Role;
import java.util.List;

/** What can be taken out of the built programs. */
@SuppressWarnings("ImmutableEnumChecker") // Its lists come from List.of.
public enum Variant {
    /** Values are stored as they are where they would be sealed; digests and hashes stay. */
    SEALING_OFF(
            Change.inLibrary(Role.CORE, "vault", "hotleads/vault/SealingKey", Variant::valuesAsTheyAre),
            Change.inLibrary(Role.AUTH, "vault", "hotleads/vault/SealingKey", Variant::valuesAsTheyAre)),

    /** No act of core leaves an entry; whatever else it does stays. */
    AUDIT_OFF(
            Change.inLibrary(
                    Role.CORE,
                    "audit",
                    "hotleads/audit/AuditLog",
                    edit -> edit.method("append", "(Ljava/util/List;)V", code -> code.return_())),
            // The inbox writes its entries in the statement that stores the deliveries.
            Change.inProgram(
                    Role.CORE,
                    "hotleads/core/inbox/Inbox",
                    edit -> edit.text("INSERT INTO audit_entry", sql -> sql + " WHERE false")));

    private final List<Change> changes;

    Variant(Change... changes) {
        this.changes = List.of(changes);
    }

    List<Change> changes() {
        return changes;
    }

    private static ClassEdit valuesAsTheyAre(ClassEdit edit) {
        String place = "([BLhotleads/vault/Place;)[B";
        return edit.method("seal", place, code -> code.aload(1).areturn())
                .method("open", place, code -> code.aload(1).areturn());
    }
}
