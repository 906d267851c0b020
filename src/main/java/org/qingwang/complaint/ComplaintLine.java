package org.qingwang.complaint;

import java.time.LocalDate;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;

/** A complaint as one line of a list. */
public record ComplaintLine(
        String receiptNo,
        Jurisdiction intake,
        LocalDate receivedOn,
        ComplaintStatus status,
        String sellerName,
        String platform,
        String right,
        String goods,
        Optional<String> caseNo) {}
