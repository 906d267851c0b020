package org.qingwang.complaint;

import java.time.Instant;
import java.util.List;
import org.qingwang.agency.Jurisdiction;

/** A complaint with all it gets when it is registered. The secret itself is never stored. */
record Registration(
        String receiptNo,
        String secret,
        Key key,
        Instant filedAt,
        String filedBy,
        NewComplaint content,
        List<Listing> listings) {

    /** What makes two filings the same one. */
    record Key(Jurisdiction intake, String idempotencyKey) {}

    Registration withReceiptNo(String other) {
        return new Registration(other, secret, key, filedAt, filedBy, content, listings);
    }

    Receipt receipt() {
        return Receipt.ofNew(receiptNo, secret);
    }
}
