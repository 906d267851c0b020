package org.qingwang.casefile;

/** The case was closed in the meantime: no complaint can join it any more. */
public class CaseClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String caseNo;

    public CaseClosed(String caseNo) {
        super("case " + caseNo + " is closed");
        this.caseNo = caseNo;
    }

    public String caseNo() {
        return caseNo;
    }
}
