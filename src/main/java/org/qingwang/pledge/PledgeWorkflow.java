package org.qingwang.pledge;

/** Moves pledges on. Implemented on the engine. */
public interface PledgeWorkflow {

    /** Starts a pledge's process, which sends the invitation. */
    void begin(Pledge pledge);

    /** The firm signed, or declined. */
    void answered(Pledge pledge, boolean signed);

    /** The return of the present period is there; nothing happens if nobody waits for it any more. */
    void returned(Pledge pledge);

    /** The firm says what it corrected; nothing happens if nobody waits for it any more. */
    void corrected(Pledge pledge);

    /** Ends a pledge's process, whatever it waits for. */
    void end(Pledge pledge);

    /** A platform's pledge ended: its merchants' pledges are settled in the background. */
    void platformEnded(Pledge pledge);

    /** Starts asking many firms. */
    void beginDrive(String driveNo);
}
