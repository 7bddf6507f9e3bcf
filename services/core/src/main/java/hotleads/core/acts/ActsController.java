package hotleads.core.acts;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.core.vault.PracticeVault;
import hotleads.platform.problem.Problem;
import hotleads.platform.report.ReportedAct;
import hotleads.platform.report.ReportedActs;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.security.Principal;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes the acts of gateway, webhooks and sync into the audit trail; a repeated report changes nothing. */
@RestController
class ActsController {
    /** Acts and subjects are words and ids of ours, so nothing a stranger sent can stand in a plain column. */
    private static final Pattern WORD = Pattern.compile("[a-z0-9.-]{1,64}");

    private final AuditLog audit;
    private final PracticeVault practice;

    ActsController(AuditLog audit, PracticeVault practice) {
        this.audit = audit;
        this.practice = practice;
    }

    @PostMapping("/internal/acts")
    @Transactional
    public Map<String, Integer> report(@RequestBody ReportedActs report, Principal reporter) {
        if (report.acts().size() > ReportedActs.LIMIT || !report.acts().stream().allMatch(ActsController::isPlain)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "acts-not-plain",
                    "Acts are told in words and ids, at most " + ReportedActs.LIMIT);
        }
        SealingKey key = practice.key();
        audit.append(report.acts().stream()
                .map(act -> entry(act, reporter.getName(), key))
                .toList());
        return Map.of("recorded", report.acts().size());
    }

    private static boolean isPlain(ReportedAct act) {
        return WORD.matcher(act.act()).matches()
                && WORD.matcher(act.subjectKind()).matches()
                && WORD.matcher(act.subject()).matches()
                && WORD.matcher(act.outcome()).matches()
                && (act.requestId() == null || WORD.matcher(act.requestId()).matches());
    }

    private static Entry entry(ReportedAct act, String reporter, SealingKey key) {
        String address = act.address();
        return new Entry(
                act.id(),
                act.at(),
                address == null ? Actor.service(reporter) : Actor.stranger(),
                act.act(),
                act.subjectKind(),
                act.subject(),
                act.outcome(),
                act.count(),
                act.requestId(),
                address == null ? null : key.seal(address, new Place("audit_entry", "sealed", act.id())),
                address == null ? null : key.id());
    }
}
