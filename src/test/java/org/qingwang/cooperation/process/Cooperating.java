package org.qingwang.cooperation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseEvent;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.common.BadInput;
import org.qingwang.cooperation.AssistanceService;
import org.qingwang.support.FormWork;
import org.qingwang.support.SignIn;
import org.springframework.stereotype.Component;

/** Cases on which several agencies work, in tests. */
@Component
public class Cooperating extends FormWork {

    public static final String ZHEJIANG = "commerce-330000";
    static final String GUANGDONG = "commerce-440000";
    static final String CUSTOMS = "customs-330000";
    static final String WHAT = "Look for the parcels of the shop.";

    private final CaseStories stories;
    private final AssistanceService assistances;
    private final CaseTimeline timeline;

    Cooperating(CaseStories stories, AssistanceService assistances, CaseTimeline timeline) {
        this.stories = stories;
        this.assistances = assistances;
        this.timeline = timeline;
    }

    /** A case that this commerce agency leads. */
    String led(String agency) {
        String caseNo = stories.open(agency, Map.of("sellerRegion", agency.replaceAll("\\D", "")));
        submit(caseNo, "Task_ConfirmAssignment", SignIn.head(agency), Map.of("decision", "CONFIRM"));
        return caseNo;
    }

    /** The same, filed. */
    String filed(String agency) {
        String caseNo = led(agency);
        submit(
                caseNo,
                "Task_CheckLead",
                SignIn.officer(agency),
                Map.of("result", "FILE", "checkedOn", today().toString(), "reason", "The shop sells the goods"));
        submit(
                caseNo,
                "Task_DecideFiling",
                SignIn.head(agency),
                Map.of("decision", "FILE", "filingNo", "F-1", "firstHandler", "Li Lei", "secondHandler", "Han Mei"));
        return caseNo;
    }

    /** A case in which customs is asked to assist. */
    public String asked() {
        String caseNo = led(ZHEJIANG);
        ask(caseNo);
        return caseNo;
    }

    String ask(String caseNo) {
        return as(SignIn.officer(ZHEJIANG), () -> assistances.ask(caseNo, Jurisdiction.parse(CUSTOMS), WHAT, 10));
    }

    List<String> events(String caseNo) {
        return timeline.of(caseNo).stream().map(CaseEvent::messageKey).toList();
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return SignIn.as(identity, actor, work);
    }

    void as(Actor actor, Runnable work) {
        SignIn.as(identity, actor, () -> {
            work.run();
            return null;
        });
    }

    static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BadInput.class, input -> assertThat(input.messageKey()).isEqualTo(key));
    }
}
