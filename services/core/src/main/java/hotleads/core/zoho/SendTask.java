package hotleads.core.zoho;

import hotleads.contracts.NewZohoTask;
import hotleads.core.crm.CrmOfPeople;
import hotleads.core.crm.CrmOfPeople.Target;
import hotleads.core.crm.ForZoho;
import hotleads.core.outbox.Outward;
import hotleads.core.outbox.Parcel;
import hotleads.core.outbox.Sent;
import org.springframework.stereotype.Component;

/** Tasks on their way to Zoho. */
@Component
class SendTask implements Outward {
    private final ForZoho forZoho;
    private final CrmOfPeople crm;
    private final ZohoCalls calls;

    SendTask(ForZoho forZoho, CrmOfPeople crm, ZohoCalls calls) {
        this.forZoho = forZoho;
        this.crm = crm;
        this.calls = calls;
    }

    @Override
    public String kind() {
        return ForZoho.TASK;
    }

    @Override
    public Sent lookUp(Parcel parcel) {
        ForZoho.Task task = forZoho.task(parcel.content());
        return ZohoOutward.lookedUp(calls.written(ZohoOutward.markerOf(parcel, "task", task.target())));
    }

    @Override
    public Sent send(Parcel parcel) {
        ForZoho.Task task = forZoho.task(parcel.content());
        Target target = crm.now(task.target());
        return ZohoOutward.sent(calls.task(
                new NewZohoTask(target.module(), target.id(), task.subject(), task.dueOn(), parcel.marker())));
    }
}
