package org.qingwang.supervision.process;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.qingwang.agency.Actor;
import org.qingwang.casefile.CaseEvent;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.supervision.SupervisionOrder;
import org.qingwang.supervision.SupervisionService;
import org.qingwang.support.FormWork;
import org.qingwang.support.SignIn;
import org.springframework.stereotype.Component;

/** Puts cases of Zhejiang's commerce agency under supervision in tests, and reports on them. */
@Component
public class Supervising extends FormWork {

    public static final String AGENCY = "commerce-330000";
    public static final Actor OWNER = new Actor(
            "commerce-zj",
            "Zhou Min",
            SignIn.officer(AGENCY).home(),
            SignIn.officer(AGENCY).groups());
    static final Actor COLLEAGUE = SignIn.officer(AGENCY);
    static final String REPORT = "The warehouse was searched and the supplier found.";

    private final CaseStories stories;
    private final SupervisionService supervisions;
    private final CaseTimeline timeline;

    Supervising(CaseStories stories, SupervisionService supervisions, CaseTimeline timeline) {
        this.stories = stories;
        this.supervisions = supervisions;
        this.timeline = timeline;
    }

    /** A case that the agency leads. */
    public String assigned() {
        String caseNo = stories.open(AGENCY, Map.of("sellerRegion", "330100"));
        submit(caseNo, "Task_ConfirmAssignment", SignIn.head(AGENCY), Map.of("decision", "CONFIRM"));
        return caseNo;
    }

    /** A case under supervision, to be reported on within 30 days. */
    public String put() {
        String caseNo = assigned();
        put(caseNo);
        return caseNo;
    }

    String put(String caseNo) {
        return asOffice(() -> supervisions.put(caseNo, order()));
    }

    /** A case whose owner has reported. */
    public String reported() {
        String caseNo = put();
        submit(caseNo, "Task_ReportResult", OWNER, Map.of("report", REPORT));
        return caseNo;
    }

    /** @return keys of what stands in the case's timeline */
    List<String> events(String caseNo) {
        return timeline.of(caseNo).stream().map(CaseEvent::messageKey).toList();
    }

    static SupervisionOrder order() {
        return new SupervisionOrder("commerce-zj", 30, "Named in the national briefing");
    }

    <T> T asOffice(Supplier<T> work) {
        return SignIn.as(identity, SignIn.office(), work);
    }

    void asOffice(Runnable work) {
        asOffice(() -> {
            work.run();
            return null;
        });
    }
}
