package org.qingwang.casefile;

import java.math.BigDecimal;

/**
 * What tells a case from others where there is room for one line. What is not known is null.
 *
 * @param value of the goods in CNY: as found, before that as alleged
 * @param supervised whether the campaign office follows it by name
 */
public record CaseCard(String caseNo, String sellerName, String platform, BigDecimal value, boolean supervised) {}
