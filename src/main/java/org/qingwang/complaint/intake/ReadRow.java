package org.qingwang.complaint.intake;

import java.util.List;
import org.qingwang.complaint.ListingAddress;
import org.qingwang.complaint.NewComplaint;

/**
 * A row that was read: either a complaint or what is wrong with it.
 *
 * @param line where it begins in the file
 * @param complaint null if something is wrong
 * @param listings the addresses in it, understood
 */
record ReadRow(long line, NewComplaint complaint, List<ListingAddress> listings, List<Problem> problems) {

    static ReadRow good(long line, NewComplaint complaint, List<ListingAddress> listings) {
        return new ReadRow(line, complaint, List.copyOf(listings), List.of());
    }

    static ReadRow bad(long line, List<Problem> problems) {
        return new ReadRow(line, null, List.of(), List.copyOf(problems));
    }

    boolean isGood() {
        return problems.isEmpty();
    }
}
