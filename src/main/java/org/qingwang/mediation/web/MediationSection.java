package org.qingwang.mediation.web;

import java.util.Optional;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintSection;
import org.qingwang.mediation.Mediation;
import org.qingwang.mediation.MediationService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The dispute that was split from a complaint, on the complaint's page. */
@Component
@Order(10)
class MediationSection implements ComplaintSection {

    private final MediationService mediations;

    MediationSection(MediationService mediations) {
        this.mediations = mediations;
    }

    /**
     * What the fragment shows.
     *
     * @param mediation null until the dispute is split off
     */
    record View(Mediation mediation) {}

    @Override
    public String fragment() {
        return "mediation/complaint :: complaintPart";
    }

    @Override
    public Optional<View> of(Complaint complaint) {
        if (!complaint.content().isDispute()) {
            return Optional.empty();
        }
        return Optional.of(new View(mediations.find(complaint.receiptNo()).orElse(null)));
    }
}
