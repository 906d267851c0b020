package org.qingwang.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;

/**
 * A complaint on file.
 *
 * @param intake the jurisdiction that received it and decides on it
 * @param content what it says, with its supplements
 * @param listings the offers complained about, each once
 * @param caseNo number of the case it opened or joined, if any
 */
public record Complaint(
        String receiptNo,
        Jurisdiction intake,
        Instant filedAt,
        ComplaintStatus status,
        Optional<String> caseNo,
        NewComplaint content,
        List<ListingAddress> listings) {

    public Complaint {
        listings = List.copyOf(listings);
    }
}
