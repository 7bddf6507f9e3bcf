package hotleads.simulators.zoho;

import hotleads.simulators.storage.Json;
import tools.jackson.databind.node.ObjectNode;

/** Who works in Zoho, or writes to it. */
enum ZohoUser {
    TONY(6_493_490_000_000_469_001L, "Tony", "tony@practice.example"),
    ROB(6_493_490_000_000_469_002L, "Rob", "rob@practice.example"),
    /** The user who gave the self client its permission. */
    CONNECTED(6_493_490_000_000_469_009L, "Hot Leads", "desk@practice.example");

    private final long id;
    private final String shownAs;
    private final String email;

    ZohoUser(long id, String shownAs, String email) {
        this.id = id;
        this.shownAs = shownAs;
        this.email = email;
    }

    /** As other records name a user. */
    ObjectNode json() {
        return Json.MAPPER.createObjectNode().put("name", shownAs).put("id", Long.toString(id));
    }

    ObjectNode whole() {
        return json().put("full_name", shownAs).put("email", email).put("status", "active");
    }
}
