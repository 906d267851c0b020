package org.qingwang.rehearsal.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.PlaceNames;
import org.qingwang.law.DeadlineRule;
import org.qingwang.law.DeadlineRules;
import org.qingwang.rehearsal.Outcome;
import org.qingwang.rehearsal.Outcome.ClockLine;
import org.qingwang.rehearsal.Outcome.DeskLine;
import org.qingwang.rehearsal.Practice;
import org.qingwang.rehearsal.Rehearsal;
import org.qingwang.rehearsal.RehearsalPlan;
import org.qingwang.rehearsal.RehearsalService;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What rehearsals say in the reader's language. Pages reach it as {@code @rehearsalWords}. */
@Component("rehearsalWords")
public class RehearsalWords {

    private static final int CHARTS = 12;

    private final MessageSource messages;
    private final PlaceNames places;
    private final DeadlineRules rules;

    RehearsalWords(MessageSource messages, PlaceNames places, DeadlineRules rules) {
        this.messages = messages;
        this.places = places;
        this.rules = rules;
    }

    /** One bar of a chart, and one row of the table it stands in. */
    public record Week(LocalDate monday, int waiting) {}

    /** Whether the reader is one of those who rehearse campaigns. */
    public boolean mayRehearse() {
        return RehearsalService.mayRehearse(Actors.current());
    }

    public String place(String jurisdiction) {
        return places.jurisdiction(Jurisdiction.parse(jurisdiction));
    }

    public String agency(Agency agency) {
        return isChinese() ? agency.chineseName() : agency.englishName();
    }

    /** For example {@code Heads, Customs, Zhejiang}. */
    public String group(String group) {
        String[] parts = group.split("-");
        String role = parts.length < 3 ? "officers" : parts[2];
        return messages.getMessage(
                "rehearsal.group." + role,
                new Object[] {place(parts[0] + "-" + parts[1])},
                LocaleContextHolder.getLocale());
    }

    /** The name of a statutory period. */
    public String rule(String id, LocalDate day) {
        DeadlineRule rule = rules.inForce(id, day);
        return isChinese() ? rule.nameZh() : rule.name();
    }

    public String step(String name) {
        return Practice.broughtAlong().steps().get(name).name().in(LocaleContextHolder.getLocale());
    }

    public String story(String name) {
        return Practice.broughtAlong().stories().get(name).name().in(LocaleContextHolder.getLocale());
    }

    public Practice practice() {
        return Practice.broughtAlong();
    }

    /** @return clocks of which some were missed, most first, and then the others */
    public List<ClockLine> missedFirst(Outcome outcome) {
        return outcome.clocks().stream()
                .sorted(Comparator.comparingInt(ClockLine::missed).reversed())
                .toList();
    }

    /** How much of those that came to their end was missed, as a whole number of a hundred, at least 1 if any was. */
    public int percent(ClockLine line) {
        int over = line.met() + line.missed();
        return over == 0 || line.missed() == 0 ? 0 : Math.max(1, line.missed() * 100 / over);
    }

    public int busy(DeskLine line) {
        return line.openMinutes() == 0 ? 0 : (int) (line.busyMinutes() * 100 / line.openMinutes());
    }

    /** @return groups whose work lay at some week's end, the longest waits first */
    public List<DeskLine> waited(Rehearsal rehearsal) {
        return rehearsal.answer().orElseThrow().outcome().desks().stream()
                .filter(desk -> desk.waiting().stream().anyMatch(number -> number > 0))
                .sorted((one, other) -> Long.compare(other.waitedMinutes(), one.waitedMinutes()))
                .limit(CHARTS)
                .toList();
    }

    public List<Week> weeks(RehearsalPlan plan, DeskLine desk) {
        return IntStream.range(0, desk.waiting().size())
                .mapToObj(week ->
                        new Week(plan.firstDay().plusWeeks(week), desk.waiting().get(week)))
                .toList();
    }

    public int most(DeskLine desk) {
        return desk.waiting().stream().mapToInt(Integer::intValue).max().orElse(1);
    }

    /** For example {@code 20, 20, 40}. */
    public String perWeek(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static boolean isChinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("zh");
    }
}
