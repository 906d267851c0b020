package org.qingwang.campaign.process;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.CampaignPlan;
import org.qingwang.campaign.Phase;
import org.qingwang.campaign.PlanDraft;
import org.qingwang.campaign.PlannedTask;

/**
 * What the forms of a plan ask. What was left empty is null, or an empty list.
 *
 * @param goods one word a line
 * @param platforms one name a line
 */
record PlanFields(
        String name,
        String nameZh,
        String documentNo,
        String legalBasis,
        LocalDate firstDay,
        LocalDate lastDay,
        List<Phase> phases,
        String goods,
        String platforms,
        List<Agency> agencies,
        List<String> regions,
        List<TaskRow> tasks,
        String supervisionCriteria,
        String indicatorSet,
        DayOfWeek returnsOn) {

    /** A key task as the form asks for it. */
    record TaskRow(String title, Agency agency, String region, LocalDate dueOn) {

        PlannedTask task() {
            return new PlannedTask(title, new Jurisdiction(agency, region), dueOn);
        }
    }

    PlanDraft draft() {
        CampaignPlan plan = new CampaignPlan(
                name,
                nameZh,
                documentNo,
                legalBasis,
                firstDay,
                lastDay,
                phases,
                lines(goods),
                lines(platforms),
                regions,
                agencies,
                supervisionCriteria,
                indicatorSet,
                returnsOn);
        return new PlanDraft(plan, plannedTasks());
    }

    private List<PlannedTask> plannedTasks() {
        return tasks.stream().map(TaskRow::task).toList();
    }

    /** @return the present draft with what was filled in put in place of what it said */
    PlanDraft over(PlanDraft present) {
        CampaignPlan old = present.plan();
        CampaignPlan plan = new CampaignPlan(
                or(name, old.name()),
                or(nameZh, old.nameZh()),
                or(documentNo, old.documentNo()),
                or(legalBasis, old.legalBasis()),
                or(firstDay, old.firstDay()),
                or(lastDay, old.lastDay()),
                or(phases, old.phases()),
                goods == null ? old.goods() : lines(goods),
                platforms == null ? old.platforms() : lines(platforms),
                or(regions, old.regions()),
                or(agencies, old.agencies()),
                or(supervisionCriteria, old.supervisionCriteria()),
                or(indicatorSet, old.indicatorSet()),
                or(returnsOn, old.returnsOn()));
        return new PlanDraft(plan, or(plannedTasks(), present.tasks()));
    }

    private static <T> T or(T given, T old) {
        return given == null ? old : given;
    }

    private static <T> List<T> or(List<T> given, List<T> old) {
        return given.isEmpty() ? old : given;
    }

    private static List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
    }
}
