package org.qingwang.demonstration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.briefing.Briefing;
import org.qingwang.briefing.BriefingDesk;
import org.qingwang.briefing.BriefingService;
import org.qingwang.briefing.BriefingVersion;
import org.qingwang.briefing.ReturnService;
import org.qingwang.common.Bilingual;
import org.qingwang.indicator.IndicatorCatalogue;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * What the agencies return each week, and what the office makes of it. One agency is late once, one does not report once,
 * one says another figure than its cases, and a briefing is corrected.
 */
@Component
class BriefingParts {

    /** So many are published; the last one is still being drafted. */
    private static final int PUBLISHED = 8;

    private static final int CORRECTED = 3;
    private static final String LATE = "customs-440000";
    private static final int LATE_IN = 2;
    private static final String SILENT = "publicsecurity-440000";
    private static final int SILENT_IN = 5;
    private static final String DIFFERS = "commerce-440000";
    private static final int DIFFERS_IN = 1;
    private static final String FILED = "cases-filed";
    private static final String RUNS = "monitoring-runs";

    private final Desk desk;
    private final BriefingDesk briefings;
    private final BriefingService service;
    private final ReturnService returns;
    private final IndicatorCatalogue catalogue;
    private final WorkingCalendar calendar;

    BriefingParts(
            Desk desk,
            BriefingDesk briefings,
            BriefingService service,
            ReturnService returns,
            IndicatorCatalogue catalogue,
            WorkingCalendar calendar) {
        this.desk = desk;
        this.briefings = briefings;
        this.service = service;
        this.returns = returns;
        this.catalogue = catalogue;
        this.calendar = calendar;
    }

    List<Part> parts(Timetable times, Map<String, String> done) {
        List<Part.Move> office = new ArrayList<>();
        List<Part.Move> agencies = new ArrayList<>();
        for (int day = 1; day < Timetable.DAYS + 7; day++) {
            LocalDate date = times.firstDay().plusDays(day);
            if (calendar.isWorkingDay(date)) {
                office.add(new Part.Move("draft-" + day, times.forenoon(day), () -> draft(done)));
                office.add(new Part.Move("review-" + day, times.afternoon(date), () -> review(done)));
                agencies.add(new Part.Move("day-" + day, times.afternoon(date), () -> report(done)));
            }
        }
        Part.Move correct = new Part.Move("correct", times.forenoon(40), () -> correct(done));
        return List.of(
                new Part("office", office, done),
                new Part("agencies", agencies, done),
                new Part("correction", List.of(correct), done));
    }

    /** First asked first. */
    private List<Briefing> all(Map<String, String> done) {
        String campaignNo = done.get(CampaignParts.DRAFTED);
        if (campaignNo == null) {
            return List.of();
        }
        return asOffice(() -> briefings.of(campaignNo)).stream()
                .sorted((one, other) -> one.span().to().compareTo(other.span().to()))
                .toList();
    }

    private Optional<String> draft(Map<String, String> done) {
        List<Briefing> all = all(done);
        for (int i = 0; i < Math.min(PUBLISHED, all.size()); i++) {
            if (all.get(i).stage() == Briefing.Stage.DRAFT) {
                desk.submit(all.get(i).briefingNo(), "Task_Draft", "office", Map.of("ready", true));
            }
        }
        return Optional.of("");
    }

    private Optional<String> review(Map<String, String> done) {
        for (Briefing one : all(done)) {
            if (one.stage() == Briefing.Stage.REVIEW) {
                desk.submit(one.briefingNo(), "Task_Review", "supervisor", Map.of("decision", "APPROVE"));
            }
        }
        return Optional.of("");
    }

    private Optional<String> report(Map<String, String> done) {
        List<Briefing> all = all(done);
        for (int week = 0; week < all.size(); week++) {
            Briefing briefing = all.get(week);
            if (briefing.stage() == Briefing.Stage.RETURNS) {
                for (String returnNo : returns.awaited(briefing.briefingNo())) {
                    String agency = returnNo.substring(briefing.briefingNo().length() + 1);
                    report(returnNo, agency, week);
                }
            }
        }
        return Optional.of("");
    }

    private void report(String returnNo, String agency, int week) {
        if (agency.equals(SILENT) && week == SILENT_IN) {
            return;
        }
        boolean lateToday = agency.equals(LATE) && week == LATE_IN;
        Map<String, Object> late = Map.of("report", "FIGURES", "words", "The liaison was ill (fiction)");
        if (lateToday && !isOverdue(returnNo)) {
            return;
        }
        Actor officer = desk.memberOf(agency).orElseThrow();
        desk.as(officer, () -> {
            enter(returnNo, agency, week);
            return null;
        });
        if (!desk.submit(returnNo, "Task_SendReturn", null, Map.of("report", "FIGURES"))) {
            desk.submit(returnNo, "Task_SendLateReturn", null, late);
        }
    }

    /** Its liaison lets the day pass; then it is its head's turn. */
    private boolean isOverdue(String returnNo) {
        return desk.isOpen(returnNo, "Task_SendLateReturn");
    }

    /** What nobody computes is invented; the rest is what the cases say, but for one figure. */
    private void enter(String returnNo, String agency, int week) {
        Map<String, BigDecimal> values = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        int turn = week;
        for (ReturnService.Line line : returns.find(returnNo).orElseThrow().lines()) {
            String key = line.indicator().key();
            turn++;
            if (!line.indicator().isComputed()) {
                values.put(key, BigDecimal.valueOf(3 + turn * 17L % 60));
            } else if (key.equals(FILED) && agency.equals(DIFFERS) && week == DIFFERS_IN) {
                values.put(key, line.figure().listed().add(BigDecimal.ONE));
                reasons.put(key, "One case is still on paper (fiction)");
            }
        }
        returns.enter(returnNo, values, reasons);
    }

    private Optional<String> correct(Map<String, String> done) {
        List<Briefing> all = all(done);
        if (all.size() <= CORRECTED || all.get(CORRECTED).stage() != Briefing.Stage.PUBLISHED) {
            return Optional.empty();
        }
        String briefingNo = all.get(CORRECTED).briefingNo();
        Jurisdiction zhejiang = CampaignParts.jurisdictions().get(0);
        return asOffice(() -> {
            service.correct(briefingNo, "A monitoring run of Ningbo was left out (fiction)");
            service.change(briefingNo, RUNS, zhejiang.id(), new BigDecimal("64"), "Ningbo reported later (fiction)");
            rewrite(briefingNo, all.get(CORRECTED).version() + 1);
            return Optional.of(briefingNo);
        });
    }

    /** The narrative was written from the figures of the first version. */
    private void rewrite(String briefingNo, int version) {
        Bilingual runs = catalogue.find(RUNS).orElseThrow().name();
        BriefingVersion draft =
                briefings.find(briefingNo, version).orElseThrow().version();
        service.write(
                briefingNo,
                instead(draft.narrative(), runs.en(), runs.en() + ": corrected in this version, see the figures."),
                instead(draft.narrativeZh(), runs.zh(), runs.zh() + "：本版已更正，见数据表。"));
    }

    private static String instead(String narrative, String begins, String line) {
        return narrative
                .lines()
                .map(written -> written.startsWith(begins) ? line : written)
                .collect(Collectors.joining("\n"));
    }

    private <T> T asOffice(Supplier<T> work) {
        return desk.as(desk.memberOf(Actor.OFFICE_GROUP).orElseThrow(), work);
    }
}
