package hotleads.sync.acuity;

import hotleads.contracts.AppointmentLinks;
import hotleads.contracts.ProviderAnswer;
import hotleads.sync.http.Deadline;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads where one appointment's client may go, at the moment they want to. Acuity has no field for a meeting: its link,
 * if any, is text in the location (sheet §1).
 */
@Component
class ReadAppointmentLinks {
    private static final Pattern WEB_ADDRESS = Pattern.compile("https://[^\\s<>\"']{4,1000}");

    private final AcuityApi api;
    private final AcuityProperties properties;

    ReadAppointmentLinks(AcuityApi api, AcuityProperties properties) {
        this.api = api;
        this.properties = properties;
    }

    ProviderAnswer<AppointmentLinks> read(long id) {
        return Answers.of(api.get("/appointments/" + id, Deadline.in(properties.total())), json -> links(id, json));
    }

    private static @Nullable AppointmentLinks links(long id, JsonNode json) {
        Fields fields = new Fields(json);
        if (!Objects.equals(fields.number("id"), id)) {
            return null;
        }
        return new AppointmentLinks(addressIn(fields.text("confirmationPage")), addressIn(fields.text("location")));
    }

    /** Only what a browser may safely follow. */
    private static @Nullable URI addressIn(@Nullable String text) {
        Matcher found = WEB_ADDRESS.matcher(text == null ? "" : text);
        try {
            URI address = found.find() ? new URI(found.group()) : null;
            return address == null || address.getHost() == null || address.getUserInfo() != null ? null : address;
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }
}
