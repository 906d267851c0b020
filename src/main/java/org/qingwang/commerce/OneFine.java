package org.qingwang.commerce;

/**
 * One act is fined once (Administrative Penalty Law arts. 29 and 35).
 *
 * @param finedBy authority or court that fined this act already, with its document; null if nobody did
 * @param anotherAct why this is another act than one that was fined; null if that was not asked
 */
public record OneFine(String finedBy, String anotherAct) {

    static final OneFine NOTHING_SAID = new OneFine(null, null);
}
