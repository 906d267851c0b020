package org.qingwang.commerce;

/**
 * What is left to do when a decision fell away.
 *
 * @param published whether a publication has to be withdrawn
 * @param refundable whether something has to be paid back
 * @param confiscated whether goods have to be given back
 * @param decideAnew whether a new decision is ordered
 */
public record AnnulmentDuties(boolean published, boolean refundable, boolean confiscated, boolean decideAnew) {}
