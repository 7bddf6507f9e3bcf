package hotleads.core.leads;

import hotleads.core.leads.ExportList.Exported;
import hotleads.core.leads.ExportList.Privacy;
import hotleads.platform.endpoint.Caller;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list to take away, for administrators who proved lately who they are. */
@RestController
class ExportController {
    private final ExportList export;

    ExportController(ExportList export) {
        this.export = export;
    }

    @GetMapping(path = "/api/leads/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public ResponseEntity<Exported> exportList(
            Caller caller,
            @RequestParam(defaultValue = "names") String privacy,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String band,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String calendar) {
        LeadFilter filter = LeadFilter.parse(view, owner, band, reason, calendar);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"leads.json\"")
                .body(export.export(caller, filter, Privacy.of(privacy), "json"));
    }

    @GetMapping(path = "/api/leads/export.csv", produces = "text/csv")
    @Transactional
    public ResponseEntity<byte[]> exportTable(
            Caller caller,
            @RequestParam(defaultValue = "names") String privacy,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String band,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String calendar) {
        LeadFilter filter = LeadFilter.parse(view, owner, band, reason, calendar);
        String table = ListTable.of(export.export(caller, filter, Privacy.of(privacy), "csv"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"leads.csv\"")
                .body(table.getBytes(StandardCharsets.UTF_8));
    }
}
