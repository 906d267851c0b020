package org.qingwang.bulk;

import java.util.List;
import org.springframework.stereotype.Component;

/** Who does acts of which kind. */
@Component
class BulkWorks {

    private final List<BulkWork> works;

    BulkWorks(List<BulkWork> works) {
        this.works = works;
    }

    BulkWork of(BulkAct act) {
        return works.stream()
                .filter(work -> work.does(act.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing does acts of kind " + act.kind()));
    }
}
