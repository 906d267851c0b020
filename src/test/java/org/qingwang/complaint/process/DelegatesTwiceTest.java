package org.qingwang.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.Decision;
import org.qingwang.complaint.OfficersDecision;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job runs again when its node dies before the end is written down. What it had done may not be done twice. */
@QingwangTest
class DelegatesTwiceTest {

    private static final Jurisdiction ZHEJIANG = Jurisdiction.parse("commerce-330000");

    @Autowired
    ComplaintService complaints;

    @Autowired
    ScreeningService screenings;

    @Autowired
    ScreenComplaint screenComplaint;

    @Autowired
    OpenCase openCase;

    @Autowired
    JoinCase joinCase;

    @Autowired
    TellComplainant tellComplainant;

    @Autowired
    SplitDispute splitDispute;

    @Autowired
    RefuseIncomplete refuseIncomplete;

    @Autowired
    JdbcClient jdbc;

    private final SampleComplaint sample = new SampleComplaint();
    private final Map<String, Object> variables = new HashMap<>();
    private String receiptNo;

    @BeforeEach
    void receive() {
        receiptNo = complaints.file(sample.build(), ZHEJIANG, null).receiptNo();
        variables.put(ComplaintContract.RECEIPT_NO, receiptNo);
    }

    @Test
    void screening() throws Exception {
        changesNothingTheSecondTime(screenComplaint);
        assertThat(variables).containsEntry(ComplaintContract.DECONFLICTION, "none");
    }

    @Test
    void openingACaseAndTellingOfIt() throws Exception {
        screenings.screen(receiptNo);
        decide(Decision.ACCEPT, null);

        changesNothingTheSecondTime(openCase);
        changesNothingTheSecondTime(tellComplainant);
        assertThat(variables.get(ComplaintContract.CASE_NO)).isNotNull();
    }

    @Test
    void joiningACase() throws Exception {
        screenings.screen(receiptNo);
        decide(Decision.ACCEPT, null);
        openCase.execute(execution());
        receive();

        changesNothingTheSecondTime(screenComplaint);
        changesNothingTheSecondTime(joinCase);
        changesNothingTheSecondTime(tellComplainant);
        assertThat(variables).containsEntry(ComplaintContract.DECONFLICTION, "exact");
    }

    @Test
    void refusingWhatStayedIncomplete() throws Exception {
        screenings.screen(receiptNo);
        decide(Decision.SUPPLEMENT, "Send a photograph of the label.");

        changesNothingTheSecondTime(tellComplainant);
        changesNothingTheSecondTime(refuseIncomplete);
        changesNothingTheSecondTime(tellComplainant);
    }

    @Test
    void splittingOffADispute() throws Exception {
        sample.asksForRedress("Refund of the price");
        receive();
        changesNothingTheSecondTime(screenComplaint);
        assertThat(variables).containsEntry(ComplaintContract.DISPUTE, true);

        changesNothingTheSecondTime(splitDispute);
        assertThat(variables).doesNotContainKey(ComplaintContract.DISPUTE);
    }

    @Test
    void tellingOfAWithdrawal() throws Exception {
        screenings.screen(receiptNo);
        screenings.withdraw(receiptNo);
        changesNothingTheSecondTime(tellComplainant);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> screenComplaint.execute(execution()))
                    .isInstanceOfSatisfying(
                            BpmnError.class,
                            error -> assertThat(error.getErrorCode()).isEqualTo("COMPLAINT_WITHDRAWN"));
        }
    }

    private void decide(Decision decision, String reason) {
        screenings.decide(receiptNo, new OfficersDecision(decision, null, reason, null));
    }

    private void changesNothingTheSecondTime(JavaDelegate delegate) throws Exception {
        delegate.execute(execution());
        Map<String, Object> once = new HashMap<>(variables);
        List<String> stored = everythingStored();

        delegate.execute(execution());

        assertThat(variables).isEqualTo(once);
        assertThat(everythingStored()).isEqualTo(stored);
    }

    private List<String> everythingStored() {
        return jdbc.sql("""
                        select to_jsonb(c)::text from complaint c where receipt_no = :no
                        union all
                        select (to_jsonb(s) - 'screened_at')::text from complaint_screening s where receipt_no = :no
                        union all
                        select to_jsonb(m)::text from mediation m where receipt_no = :no
                        union all
                        (select to_jsonb(n)::text from complaint_notice n where receipt_no = :no order by notice_no)
                        """).param("no", receiptNo).query(String.class).list();
    }

    private DelegateExecution execution() {
        return Step.with(variables);
    }
}
