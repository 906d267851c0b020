package org.qingwang.campaign;

import java.time.Instant;
import java.time.LocalDate;
import org.qingwang.agency.Jurisdiction;

/**
 * A key task of a campaign, for example the inspection of a market. What is not known yet is null.
 *
 * @param taskNo for example {@code ZX-2026-0003-T01}
 * @param jurisdiction who owns it
 * @param dueOn by when it is to be done
 * @param progress in percent, as its owner reported last
 * @param remarks why it was given back, or what came of it
 * @param lateAt when its day had passed
 */
public record KeyTask(
        String taskNo,
        String campaignNo,
        String title,
        Jurisdiction jurisdiction,
        LocalDate dueOn,
        Stage stage,
        int progress,
        String report,
        Instant reportedAt,
        String reportedBy,
        String remarks,
        Instant lateAt,
        Instant endedAt) {

    /** Where a key task stands. */
    public enum Stage {
        /** The campaign has not begun. */
        PLANNED,
        OPEN,
        /** The office looks at what came of it. */
        REVIEW,
        DONE,
        /** The campaign ended or was narrowed before it was done. */
        DROPPED;

        /** Key of its name in the message files. */
        public String messageKey() {
            return "campaign.task.stage." + name();
        }
    }

    public boolean isOpen() {
        return stage == Stage.OPEN || stage == Stage.REVIEW;
    }
}
