package org.qingwang.bulk;

import org.springframework.stereotype.Component;

/** Does the worker's steps when a test wants them done. */
@Component
public class BulkSteps {

    private static final int ENOUGH = 5_000;

    private final BulkWorker worker;

    BulkSteps(BulkWorker worker) {
        this.worker = worker;
    }

    /** @return whether there was one to do */
    public boolean next() {
        return worker.step();
    }

    /** Works until no act has anything left to do. */
    public void finishAll() {
        for (int steps = 0; next(); steps++) {
            if (steps > ENOUGH) {
                throw new IllegalStateException("acts upon many do not come to an end");
            }
        }
    }
}
