package org.qingwang.demonstration;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.ActivityService;
import org.qingwang.campaign.KeyTask;
import org.qingwang.campaign.KeyTaskService;
import org.qingwang.campaign.ScopeChange;
import org.qingwang.campaign.ScopeService;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Component;

/** The campaign itself: planned, approved, launched, inspected, extended; its key tasks. */
@Component
class CampaignParts {

    /** Name of the part and move whose subject is the campaign's number. */
    static final String DRAFTED = "campaign/draft";

    static final List<String> REGIONS = List.of("330000", "440000");
    private static final List<Agency> AGENCIES = List.of(Agency.COMMERCE, Agency.CUSTOMS, Agency.PUBLIC_SECURITY);
    private static final int PLANNED_DAYS = 60;
    private static final int EXTENDED_DAYS = 96;

    private final Desk desk;
    private final KeyTaskService tasks;
    private final ScopeService scope;
    private final ActivityService activities;
    private final Clock clock;

    CampaignParts(Desk desk, KeyTaskService tasks, ScopeService scope, ActivityService activities, Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.scope = scope;
        this.activities = activities;
        this.clock = clock;
    }

    List<Part> parts(Timetable times, Map<String, String> done) {
        return List.of(
                new Part("campaign", moves(times, done), done), new Part("key-tasks", taskMoves(times, done), done));
    }

    private List<Part.Move> moves(Timetable times, Map<String, String> done) {
        List<Part.Move> moves = new ArrayList<>();
        moves.add(new Part.Move("draft", times.forenoon(-15), () -> Optional.of(draft(times.firstDay()))));
        moves.add(new Part.Move(
                "approve",
                times.forenoon(-13),
                () -> submit(done, "", "Task_ApprovePlan", "supervisor", Map.of("decision", "APPROVE"))));
        for (Jurisdiction one : jurisdictions()) {
            moves.add(new Part.Move("liaison-" + one.id(), times.forenoon(-9), () -> nameLiaison(done, one)));
        }
        moves.add(new Part.Move("launch", times.forenoon(0), () -> launch(done)));
        moves.add(new Part.Move("inspect", times.forenoon(20), () -> inspect(done)));
        moves.add(new Part.Move("extend", times.forenoon(45), () -> extend(done, times.firstDay())));
        return moves;
    }

    static List<Jurisdiction> jurisdictions() {
        return REGIONS.stream()
                .flatMap(region -> AGENCIES.stream().map(agency -> new Jurisdiction(agency, region)))
                .toList();
    }

    private String draft(LocalDate first) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("name", "FICTION: demonstration campaign against counterfeits online");
        plan.put("nameZh", "【虚构】演示用网络售假专项行动");
        plan.put("documentNo", "DEMONSTRATION 演示〔%d〕%s".formatted(first.getYear(), first));
        plan.put("legalBasis", "Invented for demonstration; E-Commerce Law, Trademark Law · 演示虚构;《电子商务法》《商标法》");
        plan.put("firstDay", first.toString());
        plan.put("lastDay", first.plusDays(PLANNED_DAYS).toString());
        plan.put(
                "phases",
                List.of(
                        phase("Mobilise · 动员部署", first, 0, 6),
                        phase("Act · 集中整治", first, 7, 48),
                        phase("Review · 总结验收", first, 49, PLANNED_DAYS)));
        plan.put("goods", "");
        plan.put("platforms", "");
        plan.put("agencies", AGENCIES.stream().map(Agency::name).toList());
        plan.put("regions", REGIONS);
        plan.put(
                "tasks",
                List.of(
                        task("Inspect the sellers of bags and shoes · 检查箱包鞋类经营者", Agency.COMMERCE, "330000", first, 24),
                        task("Look through express parcels for export · 查验出口快件", Agency.CUSTOMS, "440000", first, 38),
                        task("Follow the goods to the workshops · 追查制假窝点", Agency.PUBLIC_SECURITY, "330000", first, 30),
                        task("Visit every platform · 走访平台企业", Agency.COMMERCE, "440000", first, 58)));
        plan.put("supervisionCriteria", "Sellers in several provinces, or more than CNY 100,000 · 跨省或货值10万元以上");
        plan.put("indicatorSet", "online-market");
        plan.put("returnsOn", "FRIDAY");
        return desk.begin("campaign", "office", plan);
    }

    private static Map<String, Object> phase(String name, LocalDate first, int from, int to) {
        return Map.of(
                "name",
                name,
                "firstDay",
                first.plusDays(from).toString(),
                "lastDay",
                first.plusDays(to).toString());
    }

    private static Map<String, Object> task(String title, Agency agency, String region, LocalDate first, int due) {
        return Map.of(
                "title",
                title,
                "agency",
                agency.name(),
                "region",
                region,
                "dueOn",
                first.plusDays(due).toString());
    }

    private Optional<String> submit(
            Map<String, String> done, String suffix, String task, String by, Map<String, Object> form) {
        String number = done.get(DRAFTED) + suffix;
        return desk.submit(number, task, by, form) ? Optional.of(number) : Optional.empty();
    }

    private Optional<String> nameLiaison(Map<String, String> done, Jurisdiction one) {
        String liaison = desk.memberOf(one.id()).map(Actor::userId).orElseThrow();
        Map<String, Object> form = Map.of("liaison", liaison, "telephone", "0571 0000", "confirmed", true);
        return submit(done, "-" + one.id(), "Task_NameLiaison", null, form);
    }

    private Optional<String> launch(Map<String, String> done) {
        Map<String, Object> form = Map.of(
                "day",
                today().toString(),
                "agenda",
                "What is to be done, and by whom",
                "attendees",
                "Six agencies and four invented platforms",
                "minutes",
                "The agencies reported what they prepared; the platforms were asked for a pledge.");
        return submit(done, "", "Task_Launch", "office", form);
    }

    private Optional<String> inspect(Map<String, String> done) {
        String no = done.get(DRAFTED);
        return asOffice(() -> activities.inspected(
                no,
                new ActivityService.Inspection(
                        new Jurisdiction(Agency.COMMERCE, "330000"),
                        today(),
                        "The agency answers complaints in time; two cases wait for an expert.")));
    }

    private Optional<String> extend(Map<String, String> done, LocalDate first) {
        String no = done.get(DRAFTED);
        return asOffice(() -> scope.change(
                no,
                new ScopeChange(
                        first.plusDays(EXTENDED_DAYS), REGIONS, "Two markets in Guangdong are not through yet")));
    }

    private Optional<String> asOffice(Runnable work) {
        return desk.as(desk.memberOf(Actor.OFFICE_GROUP).orElseThrow(), () -> {
            work.run();
            return Optional.of("done");
        });
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(clock.instant());
    }

    private List<Part.Move> taskMoves(Timetable times, Map<String, String> done) {
        List<Part.Move> moves = new ArrayList<>();
        moves.add(report(times, done, 14, 0, 50, false));
        moves.add(report(times, done, 18, 1, 30, false));
        moves.add(report(times, done, 22, 0, 100, true));
        moves.add(new Part.Move(
                "accept-0",
                times.forenoon(24),
                () -> onTask(
                        done, 0, "Task_AcceptResult", "office", Map.of("decision", "ACCEPT", "note", "Accepted"))));
        moves.add(report(times, done, 36, 1, 100, true));
        moves.add(report(times, done, 44, 2, 60, false));
        return moves;
    }

    private Part.Move report(Timetable times, Map<String, String> done, int day, int task, int progress, boolean over) {
        Map<String, Object> form =
                Map.of("progress", BigDecimal.valueOf(progress), "report", "So far as planned (fiction)", "done", over);
        return new Part.Move(
                "report-%d-%d".formatted(task, progress),
                times.forenoon(day),
                () -> onTask(done, task, "Task_ReportProgress", null, form));
    }

    private Optional<String> onTask(
            Map<String, String> done, int number, String task, String by, Map<String, Object> form) {
        KeyTask keyTask = tasks.of(done.get(DRAFTED)).get(number);
        return desk.submit(keyTask.taskNo(), task, by, form) ? Optional.of(keyTask.taskNo()) : Optional.empty();
    }
}
