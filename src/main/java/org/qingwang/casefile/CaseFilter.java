package org.qingwang.casefile;

import java.time.LocalDate;
import org.qingwang.agency.Agency;

/**
 * Which cases a list shows. Null, or an empty question, leaves a point open.
 *
 * @param question part of a case or receipt number, seller, mark or platform
 * @param lead agency that leads
 * @param region six-digit code of the region of the agency that leads
 * @param from first day of opening, China time
 * @param to last day of opening, China time
 */
public record CaseFilter(String question, CaseStatus status, Agency lead, String region, LocalDate from, LocalDate to) {

    /** Every case. */
    public static final CaseFilter ALL = new CaseFilter("", null, null, null, null, null);

    public CaseFilter {
        question = question == null ? "" : question.strip();
    }
}
