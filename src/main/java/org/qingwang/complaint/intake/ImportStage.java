package org.qingwang.complaint.intake;

/** How far a batch has come. */
public enum ImportStage {
    /** The file is stored; its rows are being read and checked. */
    RECEIVED,
    /** Every row is read and checked; complaints are being filed in the background. */
    FILING,
    /** Nothing is left to do. */
    DONE,
    /** The file as a whole could not be read; nothing of it was filed. */
    REFUSED;

    public boolean isFinished() {
        return this == DONE || this == REFUSED;
    }
}
