package org.qingwang.commerce.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.DecisionKind;
import org.qingwang.commerce.Findings;
import org.qingwang.commerce.Identification;
import org.qingwang.commerce.InfringementKind;
import org.qingwang.commerce.Valuation;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** An officer gathered evidence. */
@Component
class GatherEvidenceForm implements FormHandler<GatherEvidenceForm.Fields> {

    /** The form's fields. A box that is not ticked hides the fields that belong to it. */
    record Fields(
            InfringementKind infringement,
            LocalDate conductFrom,
            LocalDate conductTo,
            String facts,
            LocalDate inspectedOn,
            String inspectionPlace,
            String firstOfficer,
            String secondOfficer,
            Identification identification,
            String identifiedBy,
            LocalDate identifiedOn,
            BigDecimal soldQuantity,
            BigDecimal soldValue,
            BigDecimal unsoldQuantity,
            BigDecimal unsoldValue,
            Valuation valuation,
            BigDecimal illegalGains,
            boolean seized,
            BigDecimal seizedQuantity,
            LocalDate seizedOn,
            String seizureNo,
            boolean innocentSeller,
            String sourceName,
            String sourceAddress,
            String sourceRegion,
            String sourceProof,
            boolean repeated,
            String earlierDecisionNo,
            boolean serious,
            String seriousReason,
            boolean suspectedCrime,
            String crimeNote,
            DecisionKind proposal,
            BigDecimal proposedFine) {

        Findings toFindings() {
            return new Findings(
                    infringement,
                    facts,
                    conductFrom,
                    conductTo,
                    new Findings.Inspection(inspectedOn, inspectionPlace, firstOfficer, secondOfficer),
                    new Findings.Identified(identification, identifiedBy, identifiedOn),
                    new Findings.Goods(soldQuantity, soldValue, unsoldQuantity, unsoldValue, valuation, illegalGains),
                    seized ? new Findings.Seizure(seizedQuantity, seizedOn, seizureNo) : null,
                    innocentSeller ? new Findings.Source(sourceName, sourceAddress, sourceRegion, sourceProof) : null,
                    repeated ? earlierDecisionNo : null,
                    serious ? seriousReason : null,
                    suspectedCrime ? crimeNote : null,
                    proposal,
                    proposedFine);
        }
    }

    private final CommerceService commerce;

    GatherEvidenceForm(CommerceService commerce) {
        this.commerce = commerce;
    }

    @Override
    public String formId() {
        return "commerce-investigation-gather-evidence";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        commerce.recordFindings(
                submission.variable(CommerceInvestigationProcess.CASE_NO),
                form.toFindings(),
                submission.formReference());
        return Map.of();
    }
}
