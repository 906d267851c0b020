package org.qingwang.complaint.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintStatus;
import org.qingwang.complaint.ListingAddress;

/** How far a complaint has come. */
@Schema(name = "ComplaintStatus")
record ComplaintStatusAnswer(
        String receiptNo,
        ComplaintStatus status,
        Instant filedAt,

        @Schema(description = "The addresses as they were understood.")
        List<String> listings) {

    static ComplaintStatusAnswer of(Complaint complaint) {
        return new ComplaintStatusAnswer(
                complaint.receiptNo(),
                complaint.status(),
                complaint.filedAt(),
                complaint.listings().stream().map(ListingAddress::normalised).toList());
    }
}
