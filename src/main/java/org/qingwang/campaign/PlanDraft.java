package org.qingwang.campaign;

import java.util.List;

/** A plan and the key tasks it names. */
public record PlanDraft(CampaignPlan plan, List<PlannedTask> tasks) {

    public PlanDraft {
        tasks = List.copyOf(tasks);
    }
}
