package org.qingwang.deputy;

import org.springframework.stereotype.Component;

/** Hands over and back whatever is to be with somebody else by now, a hundred tasks in each transaction. */
@Component
public class DeputySweep {

    private final DeputyService deputies;

    DeputySweep(DeputyService deputies) {
        this.deputies = deputies;
    }

    /** Safe to call at any time and on several nodes at once. */
    public void run() {
        for (long id : deputies.atWork()) {
            boolean more = true;
            while (more) {
                more = deputies.work(id);
            }
        }
    }
}
