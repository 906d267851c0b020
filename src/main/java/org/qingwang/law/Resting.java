package org.qingwang.law;

import java.time.LocalDate;

/**
 * What rests on a version of a rule.
 *
 * @param clocks open clocks; zero for rules that are no periods
 * @param files cases and complaints
 */
public record Resting(String ruleId, LocalDate version, long clocks, long files) {}
