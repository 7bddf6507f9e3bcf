package hotleads.sync;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Answers of Acuity, written after its contract sheet; people in them are invented. */
public final class SomeAnswers {
    public static final String NO_SUCH_APPOINTMENT = """
            {"status_code":404,"message":"This appointment does not exist.","error":"appointment_not_found"}""";

    public static final String TOO_MANY = """
            {"status_code":429,"message":"Too many requests","error":"too_many_requests"}""";

    public static final String UNAUTHORIZED = """
            {"status_code":401,"message":"Unauthorized","error":"unauthorized"}""";

    public static final String FORBIDDEN = """
            {"message":"Forbidden","error":"forbidden","status_code":403}""";

    /** A single read, all fields there. */
    public static final String WHOLE = """
            {
              "id": 399682887, "firstName": "Ana", "lastName": "Reyes", "phone": "1235550103", "email": "ana@example.org",
              "date": "November 24, 2026", "time": "3:30pm", "endTime": "4:20pm",
              "dateCreated": "November 20, 2026", "datetimeCreated": "2026-11-20T09:12:44-0600",
              "datetime": "2026-11-24T15:30:00-0500",
              "price": "120.00", "priceSold": "120.00", "paid": "no", "amountPaid": "0.00",
              "type": "Individual session ", "appointmentTypeID": 14792299, "classID": null, "addonIDs": [], "category": "",
              "duration": "50", "calendar": "Dana Therapist", "calendarID": 4038206, "certificate": null,
              "confirmationPage": "https://app.acuityscheduling.com/schedule.php?owner=1&action=appt&id%5B%5D=secret-link",
              "location": "", "notes": "secret-note", "timezone": "America/Chicago", "calendarTimezone": "America/New_York",
              "canceled": false, "canClientCancel": true, "canClientReschedule": true, "labels": null,
              "forms": [{"id": 1, "name": "Intake", "values": [{"id": 91, "fieldID": 7, "name": "Goal", "value": "secret-goal"}]}],
              "formsText": "Name: Ana Reyes\\nGoal: secret-goal", "isVerified": false, "scheduledBy": null
            }""";

    private SomeAnswers() {}

    /** The five fields that are always there, and further ones after them. */
    public static String appointment(long id, String more) {
        return """
                {"id":%d,"datetime":"2026-11-24T15:30:00-0500","duration":"50","calendarID":4038206,\
                "appointmentTypeID":14792299%s}""".formatted(id, more.isEmpty() ? "" : "," + more);
    }

    /** A list answer of plain appointments with these ids. */
    public static String appointments(LongStream ids) {
        return ids.mapToObj(id -> appointment(id, "")).collect(Collectors.joining(",", "[", "]"));
    }
}
