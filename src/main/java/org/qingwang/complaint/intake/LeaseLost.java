package org.qingwang.complaint.intake;

/** Another node has taken a batch over; this one stops where it is and leaves no trace. */
class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(String batchNo) {
        super(batchNo);
    }
}
