package org.qingwang.platform;

import java.time.Clock;
import org.qingwang.agency.Actors;
import org.qingwang.law.StatutoryClocks;
import org.springframework.stereotype.Component;

/** Closes notices: from then on the platform has to publish notice, declaration and result (E-Commerce Law art. 44). */
@Component
class NoticeClosing {

    static final String PUBLICATION_CLOCK = "platform.publication";

    private static final String LATE_DECLARATION = "The seller has declared after all · 经营者已提交声明";

    private final PlatformNotices notices;
    private final Publications publications;
    private final NoticeClocks noticeClocks;
    private final StatutoryClocks clocks;
    private final Clock time;

    NoticeClosing(
            PlatformNotices notices,
            Publications publications,
            NoticeClocks noticeClocks,
            StatutoryClocks clocks,
            Clock time) {
        this.notices = notices;
        this.publications = publications;
        this.noticeClocks = noticeClocks;
        this.clocks = clocks;
        this.time = time;
    }

    void close(PlatformNotice notice, NoticeResult result) {
        notices.close(notice.noticeNo(), result, time.instant());
        noticeClocks.start(notice, PUBLICATION_CLOCK, null);
    }

    /** A notice that had ended uncontested is taken up again: there is another result to publish. */
    void reopen(PlatformNotice notice) {
        notices.reopen(notice.noticeNo());
        publications.withdraw(
                notice.noticeNo(),
                LATE_DECLARATION,
                time.instant(),
                Actors.current().userId());
        clocks.stop(notice.noticeNo(), PUBLICATION_CLOCK, LATE_DECLARATION);
    }
}
