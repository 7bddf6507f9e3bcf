package hotleads.sync.zoom;

/** Answers of Zoom, written after its contract sheet; people in them are invented. */
final class ZoomAnswers {
    static final String TOKEN = """
            {"access_token":"some-token","token_type":"bearer","expires_in":3599,"scope":"report:read:list_meeting_participants:admin \
            report:read:user:admin meeting:read:past_meeting:admin user:read:list_users:admin","api_url":"https://api-us.zoom.us"}""";

    static final String RUN = """
            {"uuid":"4444AAAiAAAAAiAiAiiAii==","id":93398114182,"type":2,"topic":"Session","user_name":"Dana Therapist",\
            "user_email":"dana@practice.example","start_time":"2026-11-24T20:28:51Z","end_time":"2026-11-24T21:21:07Z",\
            "duration":52,"total_minutes":91,"participants_count":2,"has_recording":false,"schedule_time":"11/24/2026 15:30",\
            "join_time":"11/24/2026 15:28","source":"Zoom"}""";

    static final String ALONE =
            RUN.replace("4444AAAi", "/5555AAA").replace("\"participants_count\":2", "\"participants_count\":1");

    static final String PARTICIPANTS = """
            {"page_count":1,"page_size":300,"total_records":3,"next_page_token":"","participants":[
              {"id":"30R7kT7bTIKSNUFEuH_Qlg","user_id":"16778240","name":"Dana Therapist","user_email":"dana@practice.example",\
            "join_time":"2026-11-24T20:28:51Z","leave_time":"2026-11-24T21:21:07Z","duration":3136,"failover":false,\
            "status":"in_meeting","registrant_id":"","customer_key":"","bo_mtg_id":""},
              {"id":"","user_id":"16779264","name":"Ana","user_email":"","join_time":"2026-11-24T20:41:10Z",\
            "leave_time":"2026-11-24T20:42:02Z","duration":52,"failover":false,"status":"in_waiting_room","registrant_id":""},
              {"id":"","user_id":"16780288","name":"Ana","user_email":"","join_time":"2026-11-24T20:42:03Z",\
            "leave_time":"2026-11-24T21:20:59Z","duration":2336,"failover":false,"status":"in_meeting","registrant_id":""}]}""";

    static final String NOT_FOUND = """
            {"code":3001,"message":"Meeting 93398114182 is not found or has expired."}""";

    private ZoomAnswers() {}

    static String runs(String... rows) {
        return "{\"page_count\":1,\"page_size\":300,\"total_records\":" + rows.length
                + ",\"next_page_token\":\"\",\"meetings\":[" + String.join(",", rows) + "]}";
    }
}
