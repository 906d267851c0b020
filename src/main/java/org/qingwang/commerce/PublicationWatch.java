package org.qingwang.commerce;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each night for publications whose time is nearly over. */
@Component
class PublicationWatch {

    private final PublicationEndService ends;

    PublicationWatch(PublicationEndService ends) {
        this.ends = ends;
    }

    @Scheduled(cron = "0 40 1 * * *", zone = "Asia/Shanghai")
    void look() {
        boolean more = true;
        while (more) {
            more = ends.beginDue();
        }
    }
}
