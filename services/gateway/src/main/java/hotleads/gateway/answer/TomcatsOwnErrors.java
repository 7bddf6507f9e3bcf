package hotleads.gateway.answer;

import hotleads.platform.problem.Problem;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat refuses before the servlet sees it leaves as problem JSON too, instead of Tomcat's page. */
public class TomcatsOwnErrors extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        boolean answered = response.getContentWritten() > 0 || response.isCommitted();
        if (response.getStatus() < 400 || answered || !response.setErrorReported()) {
            return;
        }
        Problem problem = ProblemAnswer.of(response.getStatus());
        EveryAnswer.refused(request, problem.code());
        try {
            ProblemAnswer.write(response, problem);
            response.finishResponse();
        } catch (IOException gone) {
            // The sender did not wait for the refusal.
            container.getLogger().debug("Refusal not delivered");
        }
    }
}
