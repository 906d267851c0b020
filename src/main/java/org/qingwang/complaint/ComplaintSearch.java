package org.qingwang.complaint;

import java.util.Optional;
import org.qingwang.agency.Jurisdiction;

/**
 * Which complaints to list.
 *
 * @param intake those this jurisdiction received; empty for all
 * @param words part of the seller's, the mark's or the platform's name, or a whole registration or case number
 * @param before only what was filed before the complaint of this number
 */
public record ComplaintSearch(
        Optional<Jurisdiction> intake,
        Optional<ComplaintStatus> status,
        Optional<String> words,
        Optional<String> before) {

    /** How many complaints a page holds. */
    public static final int PAGE = 50;
}
