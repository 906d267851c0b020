package org.qingwang.monitor;

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
 * @param cases that belong to it
 * @param closed of the cases
 */
public record CampaignProgress(
        Campaign campaign,
        int elapsed,
        int tasks,
        int tasksDone,
        int tasksLate,
        int agencies,
        int liaisons,
        int cases,
        int closed) {}
