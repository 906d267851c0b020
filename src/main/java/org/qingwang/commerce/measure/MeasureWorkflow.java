package org.qingwang.commerce.measure;

/** Moves measures on. Implemented on the engine. */
public interface MeasureWorkflow {

    /** Starts the process of a measure in the current transaction. */
    void begin(Measure measure);

    /**
     * The case was decided or closed: nobody has to decide on the goods any more.
     *
     * @param giveBack whether some have to be given back
     */
    void caseEnded(Measure measure, boolean giveBack);
}
