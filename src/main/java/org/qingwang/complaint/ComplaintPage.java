package org.qingwang.complaint;

import java.util.List;

/**
 * A page of complaints.
 *
 * @param more whether older ones follow
 */
public record ComplaintPage(List<ComplaintLine> lines, boolean more) {

    public ComplaintPage {
        lines = List.copyOf(lines);
    }
}
