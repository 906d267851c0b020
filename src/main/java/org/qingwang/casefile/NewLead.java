package org.qingwang.casefile;

import org.qingwang.agency.Jurisdiction;

/**
 * What one case tells of somebody who is not its own party. Whatever else is unknown is null.
 *
 * @param sellerName who is to be checked
 * @param sellerRegion GB/T 2260 code of the place of business
 * @param to which agency gets it
 * @param reason why, in words for the agency that gets it
 */
public record NewLead(String sellerName, String sellerRegion, Jurisdiction to, String reason) {}
