package org.qingwang.platform;

import java.time.LocalDate;

/**
 * The seller declares that it does not infringe.
 *
 * @param declarant who signed it
 * @param covered addresses it speaks of, one a line; null for all that are under a measure
 * @param evidence prima facie evidence that nothing is infringed
 */
public record Declaration(
        LocalDate declaredOn, String declarant, String contact, String covered, String statement, String evidence) {}
