package org.qingwang.campaign;

import org.qingwang.agency.Jurisdiction;

/**
 * A case of a campaign that the office follows by name.
 *
 * @param ownerName who answers for it; null until its agency says so
 */
public record SupervisedCase(
        String caseNo, String supervisionNo, Jurisdiction jurisdiction, String ownerName, String reason) {}
