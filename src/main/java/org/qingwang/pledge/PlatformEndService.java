package org.qingwang.pledge;

import java.time.Clock;
import java.util.List;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.pledge.Pledge.Ending;
import org.qingwang.pledge.Pledge.Stage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of merchants' pledges when the pledge of their platform ends. One in force ends with it or stands alone,
 * as its text says; one that is not in force yet ends, since what would be signed names a pledge that is none any more.
 */
@Service
@Transactional
public class PlatformEndService {

    /** How many merchants are told in one transaction. */
    static final int BATCH = 20;

    private final Pledges pledges;
    private final PledgeService service;
    private final PledgeTexts texts;
    private final PledgeMails mails;
    private final PledgeWorkflow workflow;
    private final StatutoryClocks clocks;
    private final Clock time;

    PlatformEndService(
            Pledges pledges,
            PledgeService service,
            PledgeTexts texts,
            PledgeMails mails,
            PledgeWorkflow workflow,
            StatutoryClocks clocks,
            Clock time) {
        this.pledges = pledges;
        this.service = service;
        this.texts = texts;
        this.mails = mails;
        this.workflow = workflow;
        this.clocks = clocks;
        this.time = time;
    }

    /**
     * Settles the next merchants' pledges under one that has ended, and tells the merchants. Nothing happens while it has
     * not ended.
     *
     * @return whether further ones wait
     */
    public boolean settleNext(String platformPledgeNo) {
        if (service.locked(platformPledgeNo).isOpen()) {
            return false;
        }
        List<Pledge> waiting = pledges.lockWithoutPlatform(platformPledgeNo, BATCH);
        waiting.forEach(this::settle);
        return waiting.size() == BATCH;
    }

    private void settle(Pledge pledge) {
        pledges.setParentEnded(pledge.pledgeNo(), time.instant());
        if (pledge.stage() == Stage.IN_FORCE && !texts.get(pledge.textRef()).endsWithPlatform()) {
            service.note(pledge, "platform-ended", pledge.parent());
            mails.write("platform-ended", pledge, "", pledge.parent());
            return;
        }
        clocks.stopAll(pledge.pledgeNo(), "The platform's pledge ended · 平台承诺终止");
        service.ended(pledge, Ending.WITH_PLATFORM, null);
        mails.write("ended-with-platform", pledge, "", pledge.parent());
        workflow.end(pledge);
    }
}
