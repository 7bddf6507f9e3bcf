package hotleads.core.zoho;

import hotleads.contracts.NewZohoNote;
import hotleads.core.crm.CrmOfPeople;
import hotleads.core.crm.CrmOfPeople.Target;
import hotleads.core.crm.ForZoho;
import hotleads.core.outbox.Outward;
import hotleads.core.outbox.Parcel;
import hotleads.core.outbox.Sent;
import org.springframework.stereotype.Component;

/** Notes on their way to Zoho. */
@Component
class SendNote implements Outward {
    private final ForZoho forZoho;
    private final CrmOfPeople crm;
    private final ZohoCalls calls;

    SendNote(ForZoho forZoho, CrmOfPeople crm, ZohoCalls calls) {
        this.forZoho = forZoho;
        this.crm = crm;
        this.calls = calls;
    }

    @Override
    public String kind() {
        return ForZoho.NOTE;
    }

    @Override
    public Sent lookUp(Parcel parcel) {
        ForZoho.Note note = forZoho.note(parcel.content());
        return ZohoOutward.lookedUp(calls.written(ZohoOutward.markerOf(parcel, "note", note.target())));
    }

    @Override
    public Sent send(Parcel parcel) {
        ForZoho.Note note = forZoho.note(parcel.content());
        Target target = crm.now(note.target());
        return ZohoOutward.sent(
                calls.note(new NewZohoNote(target.module(), target.id(), note.title(), note.text(), parcel.marker())));
    }
}
