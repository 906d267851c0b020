package org.qingwang.commerce;

import java.util.List;

/**
 * The legal review (Administrative Penalty Law art. 58).
 *
 * @param points what the reviewer confirms
 * @param opinion the reviewer's words
 */
public record Review(ReviewResult result, List<ReviewPoint> points, String opinion) {

    public Review {
        points = points == null ? List.of() : points.stream().sorted().toList();
    }
}
