package org.qingwang.monitor;

import java.time.Instant;
import org.qingwang.campaign.Campaign;

/**
 * A campaign under way, measured by its plan.
 *
 * @param elapsed which part of its time is over, in percent
 * @param tasks key tasks that were not dropped
 * @param tasksDone of them, accepted by the office
 * @param tasksLate of them, not reported as done on their day
 * @param agencies that take part
 * @param liaisons of them, how many named theirs
 * @param counted its cases; null until they were counted for the first time
 */
public record CampaignProgress(
        Campaign campaign,
        int elapsed,
        int tasks,
        int tasksDone,
        int tasksLate,
        int agencies,
        int liaisons,
        Counted counted) {

    /**
     * The cases that belong to a campaign, as they were counted.
     *
     * @param closed of the cases
     * @param at when
     */
    public record Counted(int cases, int closed, Instant at) {}
}
