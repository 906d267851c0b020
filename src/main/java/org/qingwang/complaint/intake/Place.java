package org.qingwang.complaint.intake;

/** Where a row stands: in which batch, and on which line of its file it begins. */
record Place(String batchNo, long line) {

    boolean isIn(String otherBatchNo) {
        return batchNo.equals(otherBatchNo);
    }
}
