package org.qingwang.commerce;

/**
 * Numbers of what outlives the case it belongs to: a publication in another province or its end, the undoing of a decision. All hold
 * the number of their case.
 */
final class ExecutionNumbers {

    static final String PUBLICATION = "GS-";
    static final String ANNULMENT = "CX-";
    static final String PUBLICATION_END = "XJ-";

    private static final String CASE = "AJ-";

    private ExecutionNumbers() {}

    static String publication(Investigation investigation) {
        return PUBLICATION + investigation.id() + "-" + investigation.caseNo();
    }

    static String annulment(Investigation investigation) {
        return ANNULMENT + investigation.id() + "-" + investigation.caseNo();
    }

    static boolean isOne(String number) {
        return number.startsWith(PUBLICATION) || number.startsWith(ANNULMENT) || number.startsWith(PUBLICATION_END);
    }

    static String caseOf(String number) {
        return number.substring(number.indexOf(CASE));
    }
}
