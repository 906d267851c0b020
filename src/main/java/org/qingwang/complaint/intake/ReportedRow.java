package org.qingwang.complaint.intake;

import java.util.List;
import java.util.Optional;

/**
 * A row the sender has to look at: a bad one or one that repeats another.
 *
 * @param rowNo its place among the rows, by which a report is paged
 * @param line where it begins in the file
 * @param problems what is wrong; empty for a repeated row
 * @param sameBatch the batch of the row it repeats, if that is known
 * @param sameLine the line of the row it repeats
 * @param receiptNo number of the complaint it repeats, if that was filed in another way
 */
public record ReportedRow(
        int rowNo,
        int line,
        RowState state,
        List<Problem> problems,
        Optional<String> sameBatch,
        Optional<Integer> sameLine,
        Optional<String> receiptNo) {

    public ReportedRow {
        problems = List.copyOf(problems);
    }
}
