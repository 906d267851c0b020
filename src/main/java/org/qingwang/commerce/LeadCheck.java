package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * The lead was checked.
 *
 * @param result what the officer proposes
 * @param checkedOn when the check ended
 * @param reason what was found, or why somebody else is competent
 */
public record LeadCheck(LeadResult result, LocalDate checkedOn, String reason) {}
