package org.qingwang.deputy;

import org.qingwang.law.Watched;
import org.springframework.stereotype.Component;

/** Hands over and back whatever is to be with somebody else by now, a hundred tasks in each transaction. */
@Component
public class DeputySweep implements Watched {

    private final DeputyService deputies;

    DeputySweep(DeputyService deputies) {
        this.deputies = deputies;
    }

    @Override
    public String subject() {
        return "deputies";
    }

    @Override
    public void bringUpToDate() {
        for (long id : deputies.atWork()) {
            boolean more = true;
            while (more) {
                more = deputies.work(id);
            }
        }
    }
}
