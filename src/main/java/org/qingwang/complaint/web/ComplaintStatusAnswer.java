package org.qingwang.complaint.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintStatus;
import org.qingwang.complaint.Disputes;
import org.qingwang.complaint.ListingAddress;

/** How far a complaint has come. */
@Schema(name = "ComplaintStatus")
record ComplaintStatusAnswer(
        String receiptNo,
        ComplaintStatus status,
        Instant filedAt,

        @Schema(
                description =
                        "Where the dispute with the seller stands that was split from the complaint. Null if there is none.",
                nullable = true)
        Disputes.Standing dispute,

        @Schema(description = "The addresses as they were understood.")
        List<String> listings) {

    static ComplaintStatusAnswer of(Complaint complaint, Disputes.Standing dispute) {
        return new ComplaintStatusAnswer(
                complaint.receiptNo(),
                complaint.status(),
                complaint.filedAt(),
                dispute,
                complaint.listings().stream().map(ListingAddress::normalised).toList());
    }
}
