package org.qingwang.complaint.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.NotAllowed;
import org.qingwang.complaint.Channel;
import org.qingwang.complaint.Claim;
import org.qingwang.complaint.ComplainantType;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.complaint.Receipt;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** An officer enters a complaint that came by telephone, on paper or in person. */
@Component
class ReceiveForm implements FormHandler<ReceiveForm.Received> {

    private final ComplaintService complaints;

    ReceiveForm(ComplaintService complaints) {
        this.complaints = complaints;
    }

    /** @param listingUrls one address a line */
    record Received(
            LocalDate receivedOn,
            Channel channel,
            ComplainantType complainantType,
            String complainantName,
            String contact,
            String right,
            String registrationNo,
            Claim claim,
            String platform,
            String listingUrls,
            String sellerName,
            String sellerRegion,
            String goods,
            BigDecimal quantity,
            BigDecimal unitPrice,
            String description,
            String demand) {}

    @Override
    public String formId() {
        return "complaint-receive";
    }

    @Override
    public Class<Received> type() {
        return Received.class;
    }

    @Override
    public Map<String, Object> handle(Received form, Submission submission) {
        Jurisdiction intake = Actors.current()
                .homeJurisdiction()
                .orElseThrow(() -> new NotAllowed("to take in a complaint without working for an agency"));
        Receipt receipt = complaints.register(complaint(form), intake);
        return Map.of(
                "businessKey",
                receipt.receiptNo(),
                ComplaintContract.RECEIPT_NO,
                receipt.receiptNo(),
                ComplaintContract.JURISDICTION,
                intake.id());
    }

    private static NewComplaint complaint(Received form) {
        return new NewComplaint(
                form.receivedOn(),
                form.channel(),
                form.complainantType(),
                form.complainantName(),
                form.contact(),
                form.right(),
                form.registrationNo(),
                form.platform(),
                NewComplaint.lines(form.listingUrls()),
                form.sellerName(),
                form.sellerRegion(),
                form.goods(),
                form.quantity(),
                form.unitPrice(),
                "CNY",
                form.description(),
                form.claim(),
                form.demand());
    }
}
