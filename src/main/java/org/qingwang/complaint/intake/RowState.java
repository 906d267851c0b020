package org.qingwang.complaint.intake;

/** What became of a row. */
public enum RowState {
    /** Checked, and not filed yet. */
    WAITING,
    FILED,
    /** Says the same as a row that is already filed or waiting. */
    REPEATED,
    /** Cannot be filed as it is. */
    BAD
}
