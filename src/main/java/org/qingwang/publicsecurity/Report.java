package org.qingwang.publicsecurity;

import java.time.LocalDate;

/**
 * The written report of two or more officers to the head.
 *
 * @param facts what happened, in words
 * @param crime what the calculator measures
 */
public record Report(LocalDate reportedOn, String firstOfficer, String secondOfficer, String facts, CrimeFacts crime) {}
