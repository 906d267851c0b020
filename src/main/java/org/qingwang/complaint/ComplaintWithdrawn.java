package org.qingwang.complaint;

/** A complaint cannot be screened any more: its complainant has withdrawn it. */
public class ComplaintWithdrawn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ComplaintWithdrawn(String receiptNo) {
        super(receiptNo + " is withdrawn");
    }
}
