package org.qingwang.briefing.process;

import java.util.Map;
import org.qingwang.briefing.ReturnService;
import org.qingwang.engine.form.Submission;

/**
 * What both forms of a return ask: the figures themselves stand on the return's page.
 *
 * @param words what the agency has to say beside its figures
 */
record SentReturn(Report report, String words) {

    /** Whether there is something to report. */
    enum Report {
        FIGURES,
        NOTHING
    }

    Map<String, Object> send(ReturnService returns, Submission submission) {
        returns.send(submission.variable(WeeklyReturnProcess.RETURN_NO), report == Report.NOTHING, words);
        return Map.of();
    }
}
