package org.qingwang.campaign;

import java.time.LocalDate;

/** Whoever gathers the figures of a campaign and publishes them. */
public interface CampaignBriefings {

    /**
     * The agencies of a campaign are to send their returns for a period. The same call again is the same question.
     *
     * @param campaignNo of a running campaign
     * @param from first day of the period
     * @param periodEnd last day of the period
     */
    void ask(String campaignNo, LocalDate from, LocalDate periodEnd);

    /** Nothing more is asked of an agency that no longer takes part. */
    default void left(String campaignNo, String jurisdiction) {}
}
