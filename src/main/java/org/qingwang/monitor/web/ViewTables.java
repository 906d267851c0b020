package org.qingwang.monitor.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseStatus;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.casefile.web.CaseWords;
import org.qingwang.monitor.CampaignProgress;
import org.qingwang.monitor.IncidentKind;
import org.qingwang.monitor.Snapshot;
import org.qingwang.pledge.Pledge;
import org.qingwang.portal.ReaderForm;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Words a snapshot for its reader, as tables. */
@Component
class ViewTables {

    private static final String STEP_IN_COCKPIT =
            "/camunda/app/cockpit/default/#/process-definition/%s/runtime?searchQuery=%s";

    private final CaseVocabulary vocabulary;
    private final IncidentWords incidents;
    private final ReaderForm reader;

    ViewTables(CaseVocabulary vocabulary, IncidentWords incidents, ReaderForm reader) {
        this.vocabulary = vocabulary;
        this.incidents = incidents;
        this.reader = reader;
    }

    /** @param counted when, in words */
    record View(String title, String counted, List<Table> tables) {}

    View of(Snapshot snapshot, Actor actor) {
        CaseWords words = vocabulary.forReader();
        List<Table> tables = new ArrayList<>();
        if (actor.seesEverything()) {
            tables.add(campaigns(snapshot, words));
        }
        tables.add(incidents(snapshot, words));
        if (actor.seesEverything()) {
            tables.add(clocks(snapshot, words));
            tables.add(cases(snapshot, words));
            tables.add(followed(snapshot, words));
            tables.add(steps(snapshot, words));
        }
        String title = actor.seesEverything() ? "monitor.title" : "monitor.title.repair";
        return new View(words.say(title), counted(snapshot, actor, words), tables);
    }

    private static String counted(Snapshot snapshot, Actor actor, CaseWords words) {
        Optional<Instant> cases = snapshot.campaigns().stream()
                .flatMap(one -> Stream.ofNullable(one.counted()))
                .map(CampaignProgress.Counted::at)
                .min(Comparator.naturalOrder())
                .filter(at -> actor.seesEverything());
        String now = words.time(snapshot.at());
        return cases.map(at -> words.say("monitor.counted.cases", now, words.time(at)))
                .orElseGet(() -> words.say("monitor.counted", now));
    }

    private static Table campaigns(Snapshot snapshot, CaseWords words) {
        Locale language = LocaleContextHolder.getLocale();
        return new Table(
                "campaigns",
                words.say("monitor.campaigns"),
                say(
                        words,
                        "monitor.campaign",
                        "monitor.campaign.elapsed",
                        "monitor.campaign.tasks",
                        "monitor.campaign.late",
                        "monitor.campaign.liaisons",
                        "monitor.campaign.cases",
                        "monitor.campaign.closed"),
                snapshot.campaigns().stream()
                        .map(one -> campaign(one, words, language))
                        .toList(),
                words.say("monitor.campaigns.none"));
    }

    private static List<Cell> campaign(CampaignProgress one, CaseWords words, Locale language) {
        String page = "/desk/campaigns/" + one.campaign().campaignNo();
        String elapsed = words.say("monitor.percent", one.elapsed());
        return List.of(
                Cell.words(one.campaign().name(language), page),
                new Cell(elapsed, page + "#progress", true, false, one.elapsed()),
                part(one.tasksDone(), one.tasks(), page + "#tasks", words),
                Cell.late(one.tasksLate(), page + "#tasks"),
                part(one.liaisons(), one.agencies(), page + "#agencies", words),
                cases(one, page + "/cases", words),
                closed(one, page + "/cases?kind=CLOSED", words));
    }

    private static Cell cases(CampaignProgress one, String list, CaseWords words) {
        return one.counted() == null
                ? uncounted(list, words)
                : Cell.figure(one.counted().cases(), list);
    }

    private static Cell closed(CampaignProgress one, String list, CaseWords words) {
        return one.counted() == null
                ? uncounted(list, words)
                : part(one.counted().closed(), one.counted().cases(), list, words);
    }

    private static Cell uncounted(String list, CaseWords words) {
        return new Cell(words.say("monitor.uncounted"), list, true, false, null);
    }

    private static Cell part(int done, int all, String link, CaseWords words) {
        int percent = all == 0 ? 0 : (int) (100L * done / all);
        return new Cell(words.say("monitor.figure.of", done, all), link, true, false, percent);
    }

    private Table incidents(Snapshot snapshot, CaseWords words) {
        IncidentWords.In say = incidents.in(LocaleContextHolder.getLocale());
        return new Table(
                "incidents",
                words.say("monitor.incidents"),
                say(words, "monitor.incident", "monitor.incident.since", "monitor.incident.action"),
                snapshot.incidents().stream()
                        .map(kind -> incident(kind, say, words))
                        .toList(),
                words.say("monitor.incidents.none"));
    }

    private static List<Cell> incident(IncidentKind kind, IncidentWords.In say, CaseWords words) {
        return List.of(
                Cell.words(say.sentence(kind), say.address(kind)),
                Cell.words(words.time(kind.since()), null),
                Cell.words(words.say("monitor.incident.look"), say.address(kind) + "#again"));
    }

    private static Table clocks(Snapshot snapshot, CaseWords words) {
        List<List<Cell>> rows = new ArrayList<>();
        if (!snapshot.pressure().isEmpty()) {
            rows.add(pressure(
                    words.say("monitor.clocks.all"),
                    "",
                    sum(snapshot.pressure(), Snapshot.Pressure::missed),
                    sum(snapshot.pressure(), Snapshot.Pressure::soon)));
        }
        snapshot.pressure()
                .forEach(one -> rows.add(pressure(
                        one.jurisdiction() == null
                                ? words.say("monitor.clocks.nobody")
                                : words.jurisdiction(one.jurisdiction()),
                        one.jurisdiction() == null
                                ? ClockListPages.NOBODY
                                : one.jurisdiction().id(),
                        one.missed(),
                        one.soon())));
        return new Table(
                "clocks",
                words.say("monitor.clocks"),
                say(words, "monitor.clocks.agency", "monitor.clocks.missed", "monitor.clocks.soon"),
                rows,
                words.say("monitor.clocks.none"));
    }

    private static List<Cell> pressure(String name, String of, int missed, int soon) {
        String list = ClockListPages.ADDRESS + "?of=" + of;
        return List.of(Cell.words(name, null), Cell.late(missed, list), Cell.figure(soon, list + "&soon=true"));
    }

    private static Table cases(Snapshot snapshot, CaseWords words) {
        List<List<Cell>> rows = new ArrayList<>();
        for (CaseStatus status : List.of(CaseStatus.OPENED, CaseStatus.IN_HAND)) {
            snapshot.openCases().stream()
                    .filter(one -> one.status() == status)
                    .forEach(one -> rows.add(openCases(one, words)));
        }
        return new Table(
                "cases",
                words.say("monitor.cases"),
                say(words, "monitor.cases.stage", "monitor.cases.count"),
                rows,
                words.say("monitor.cases.none"));
    }

    private static List<Cell> openCases(Snapshot.OpenCases one, CaseWords words) {
        String list = "/desk/cases?status=" + one.status();
        Jurisdiction lead = one.lead();
        if (lead == null) {
            return List.of(Cell.words(words.say("monitor.cases.without-lead"), null), Cell.figure(one.count(), list));
        }
        String stage = one.status() == CaseStatus.OPENED ? "monitor.cases.with-lead" : "monitor.cases.in-hand";
        String ofLead = list + "&lead=" + lead.agency().key() + "&region=" + lead.region();
        return List.of(Cell.words(words.say(stage, words.jurisdiction(lead)), null), Cell.figure(one.count(), ofLead));
    }

    private static Table followed(Snapshot snapshot, CaseWords words) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(
                Cell.words(words.say("monitor.followed.supervised"), null),
                Cell.figure(snapshot.supervised(), "/desk/supervised")));
        for (Pledge.Stage stage : List.of(Pledge.Stage.INVITED, Pledge.Stage.SIGNED, Pledge.Stage.IN_FORCE)) {
            rows.add(List.of(
                    Cell.words(words.say("monitor.followed.pledges." + stage), null),
                    Cell.figure(snapshot.pledges().getOrDefault(stage, 0), "/desk/pledges?stage=" + stage)));
        }
        return new Table(
                "followed",
                words.say("monitor.followed"),
                say(words, "monitor.followed.what", "monitor.followed.count"),
                rows,
                "");
    }

    private Table steps(Snapshot snapshot, CaseWords words) {
        return new Table(
                "steps",
                words.say("monitor.steps"),
                say(words, "monitor.step", "monitor.step.count"),
                snapshot.steps().stream().map(step -> step(step, words)).toList(),
                words.say("monitor.steps.none"));
    }

    private List<Cell> step(Snapshot.Step step, CaseWords words) {
        String name = words.say("monitor.step.name", reader.own(step.processName()), reader.own(step.name()));
        String shown = step.newest() ? name : words.say("monitor.step.version", name, step.version());
        return List.of(Cell.words(shown, null), Cell.figure(step.count(), inCockpit(step)));
    }

    private static String inCockpit(Snapshot.Step step) {
        String search =
                "[{\"type\":\"activityIdIn\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]".formatted(step.id());
        return STEP_IN_COCKPIT.formatted(step.definition(), URLEncoder.encode(search, StandardCharsets.UTF_8));
    }

    private static List<String> say(CaseWords words, String... keys) {
        return Arrays.stream(keys).map(key -> words.say(key)).toList();
    }

    private static int sum(List<Snapshot.Pressure> all, ToIntFunction<Snapshot.Pressure> figure) {
        return all.stream().mapToInt(figure).sum();
    }
}
