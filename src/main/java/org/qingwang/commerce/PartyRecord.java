package org.qingwang.commerce;

import java.util.List;

/**
 * What other cases say of the seller, measured by what was found in this one.
 *
 * @param repeats penalties for other acts within the years that make this one a repetition, the newest first
 * @param sameAct fines for the very act found here: it may not be fined again (Administrative Penalty Law art. 29)
 */
record PartyRecord(List<EarlierPenalty> repeats, List<EarlierPenalty> sameAct) {}
