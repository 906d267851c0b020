package org.qingwang.casefile.process;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.Assignment;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.Competence;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** A head confirms or overrides who leads a case. */
@Component
class ConfirmAssignmentForm implements FormHandler<ConfirmAssignmentForm.Fields> {

    /**
     * What the form asks.
     *
     * @param leadAgency only when the head overrides, as is the region
     * @param assisting jurisdictions of any region: beside those proposed if the head confirms, otherwise all
     */
    record Fields(Decision decision, String leadAgency, String leadRegion, List<String> assisting, String reason) {

        enum Decision {
            CONFIRM,
            OVERRIDE
        }
    }

    private final CaseService cases;

    ConfirmAssignmentForm(CaseService cases) {
        this.cases = cases;
    }

    @Override
    public String formId() {
        return "case-assignment-confirm-assignment";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        String caseNo = submission.variable(CaseAssignmentProcess.CASE_NO);
        Assignment assignment = assignment(form, caseNo, submission.formReference());
        cases.assign(caseNo, assignment);
        return Map.of(
                CaseAssignmentProcess.JURISDICTION,
                assignment.lead().id(),
                CaseAssignmentProcess.AGENCY,
                assignment.lead().agency().key());
    }

    private Assignment assignment(Fields form, String caseNo, String formReference) {
        Set<Jurisdiction> assisting = new LinkedHashSet<>();
        Jurisdiction lead;
        if (form.decision() == Fields.Decision.CONFIRM) {
            Competence proposal = cases.competenceOf(caseNo).orElseThrow();
            lead = proposal.lead();
            assisting.addAll(proposal.assisting());
        } else {
            lead = Jurisdiction.parse(form.leadAgency() + "-" + form.leadRegion());
        }
        form.assisting().stream().map(Jurisdiction::parse).forEach(assisting::add);
        return new Assignment(lead, List.copyOf(assisting), form.reason(), formReference);
    }
}
