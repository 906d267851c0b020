package org.qingwang.complaint.intake;

import org.springframework.stereotype.Component;

/** Does the worker's steps when a test wants them done. */
@Component
public class ImportSteps {

    private static final int ENOUGH = 5_000;

    private final ImportWorker worker;

    ImportSteps(ImportWorker worker) {
        this.worker = worker;
    }

    /** @return whether there was one to do */
    public boolean next() {
        return worker.step();
    }

    /** Works until no batch has anything left to do. */
    public void finishAll() {
        for (int steps = 0; next(); steps++) {
            if (steps > ENOUGH) {
                throw new IllegalStateException("imports do not come to an end");
            }
        }
    }
}
