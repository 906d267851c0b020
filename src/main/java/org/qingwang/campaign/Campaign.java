package org.qingwang.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.qingwang.common.BadInput;

/**
 * A joint action of several agencies, limited in time. What is not known yet is null.
 *
 * @param campaignNo for example {@code ZX-2026-0003}
 * @param plan what was planned; its last day is the one that holds now
 * @param plannedLastDay last day as the plan was approved, before the campaign was extended or narrowed
 * @param draftedBy account of whoever drafted the plan, who may not approve it
 * @param remarks why the plan was returned
 * @param launch how it was launched
 * @param evaluation what it achieved, measured by its plan
 */
public record Campaign(
        String campaignNo,
        CampaignPlan plan,
        LocalDate plannedLastDay,
        Stage stage,
        Instant draftedAt,
        String draftedBy,
        String draftedName,
        String remarks,
        Instant approvedAt,
        String approvedName,
        Launch launch,
        String evaluation,
        Instant endedAt) {

    /** Where a campaign stands. */
    public enum Stage {
        /** The plan waits for approval. */
        PLANNED,
        /** The plan was returned and is revised. */
        RETURNED,
        /** Approved; the agencies name their liaisons. */
        ISSUED,
        RUNNING,
        /** Its time is over; it is measured by its plan. */
        EVALUATION,
        CLOSED,
        /** Ended before it was launched. */
        CALLED_OFF;

        /** Key of its name in the message files. */
        public String messageKey() {
            return "campaign.stage." + name();
        }
    }

    /** The teleconference and symposium with which it began. */
    public record Launch(LocalDate day, String agenda, String attendees, String minutes) {}

    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? plan.nameZh() : plan.name();
    }

    public boolean isOver() {
        return stage == Stage.CLOSED || stage == Stage.CALLED_OFF;
    }

    /** Whether agencies and the public may know of it. */
    public boolean isIssued() {
        return approvedAt != null;
    }

    /** @throws BadInput if it stands nowhere of these */
    void require(Stage... stages) {
        if (!List.of(stages).contains(stage)) {
            throw new BadInput("", "campaign.not-now." + stage.name(), campaignNo);
        }
    }
}
