package org.qingwang.complaint.intake;

/** A list has been stored and waits for a worker. */
record ImportSubmitted(String batchNo) {}
