package org.qingwang.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;

/** What a plan must hold to be a plan. */
final class PlanChecks {

    static final int LONGEST_YEARS = 3;
    private static final int MOST_WORDS = 40;
    private static final int LONGEST_WORD = 60;

    private PlanChecks() {}

    /**
     * @param known every agency in every region
     * @throws BadInput at the first thing that cannot be
     */
    static void check(PlanDraft draft, Set<Jurisdiction> known, LocalDate today) {
        CampaignPlan plan = draft.plan();
        checkTime(plan, today);
        plan.phases().forEach(phase -> checkPhase(phase, plan));
        checkWords("goods", plan.goods());
        checkWords("platforms", plan.platforms());
        checkRegions(plan.regions(), known);
        draft.tasks().forEach(task -> checkTask(task, plan));
    }

    private static void checkTime(CampaignPlan plan, LocalDate today) {
        if (plan.lastDay().isBefore(plan.firstDay())) {
            throw new BadInput("lastDay", "campaign.plan.ends-before", plan.firstDay(), plan.lastDay());
        }
        if (plan.lastDay().isBefore(today)) {
            throw new BadInput("lastDay", "campaign.plan.past", plan.lastDay());
        }
        if (plan.lastDay().isAfter(plan.firstDay().plusYears(LONGEST_YEARS))) {
            throw new BadInput("lastDay", "campaign.plan.too-long", LONGEST_YEARS);
        }
    }

    private static void checkPhase(Phase phase, CampaignPlan plan) {
        boolean inside =
                !phase.firstDay().isBefore(plan.firstDay()) && !phase.lastDay().isAfter(plan.lastDay());
        if (!inside || phase.lastDay().isBefore(phase.firstDay())) {
            throw new BadInput("phases", "campaign.plan.phase", phase.name(), plan.firstDay(), plan.lastDay());
        }
    }

    private static void checkWords(String field, List<String> words) {
        if (words.size() > MOST_WORDS) {
            throw new BadInput(field, "campaign.plan.too-many", MOST_WORDS, words.size());
        }
        for (String word : words) {
            if (word.length() > LONGEST_WORD) {
                throw new BadInput(field, "campaign.plan.word", LONGEST_WORD, word.substring(0, LONGEST_WORD));
            }
        }
    }

    /** @throws BadInput if a region is none in which agencies work, or there is none */
    static void checkRegions(List<String> regions, Set<Jurisdiction> known) {
        if (regions.isEmpty()) {
            throw new BadInput("regions", "campaign.plan.no-region");
        }
        for (String region : regions) {
            if (known.stream().noneMatch(one -> one.region().equals(region))) {
                throw new BadInput("regions", "campaign.plan.region", region);
            }
        }
    }

    private static void checkTask(PlannedTask task, CampaignPlan plan) {
        if (!plan.concerns(task.jurisdiction())) {
            throw new BadInput("tasks", "campaign.plan.task-owner", task.title());
        }
        if (task.dueOn().isBefore(plan.firstDay()) || task.dueOn().isAfter(plan.lastDay())) {
            throw new BadInput("tasks", "campaign.plan.task-day", task.title(), plan.firstDay(), plan.lastDay());
        }
    }
}
