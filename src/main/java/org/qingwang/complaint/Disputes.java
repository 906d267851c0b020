package org.qingwang.complaint;

/** Settles the disputes found in complaints. Implemented by whoever mediates. */
public interface Disputes {

    /**
     * Splits the dispute from the lead in a complaint and sets it on its own way, in the current transaction. Nothing
     * happens if that was done before, or if the complaint asks nothing of the seller.
     */
    void split(String receiptNo);
}
