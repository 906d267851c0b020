package org.qingwang.campaign;

import java.time.LocalDate;
import java.util.List;
import org.qingwang.agency.Jurisdiction;

/**
 * How a campaign ends.
 *
 * @param words what was achieved, held against the plan
 * @param practices worth imitating; published with the end of the campaign
 * @param measures what stays
 */
public record Evaluation(String words, List<Practice> practices, List<Measure> measures) {

    /** What an agency did especially well. */
    public record Practice(String title, Jurisdiction owner, String words) {}

    /** What its owner is reminded of on a day after the campaign. */
    public record Measure(String title, Jurisdiction owner, LocalDate remindOn) {}
}
