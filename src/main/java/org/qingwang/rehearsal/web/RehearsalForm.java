package org.qingwang.rehearsal.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.Campaign;
import org.qingwang.common.BadInput;
import org.qingwang.rehearsal.Place;
import org.qingwang.rehearsal.Practice;
import org.qingwang.rehearsal.RehearsalPlan;
import org.qingwang.rehearsal.RehearsalService;
import org.qingwang.rehearsal.Span;
import org.springframework.util.MultiValueMap;

/** A plan as it is typed. */
public final class RehearsalForm {

    private static final int ROWS = 6;
    private static final int MORE_ROWS = 6;
    private static final int MOST_ROWS = 60;
    private static final int MOST_PEOPLE = 1000;
    private static final int MOST_MINUTES = 100_000;
    private static final String MINUTES = "minutes.";
    private static final String SHARE = "share.";
    private static final Pattern SPAN = Pattern.compile("\\s*(\\d{1,6})\\s*(?:[-–—至]\\s*(\\d{1,6})\\s*)?");

    private final Map<String, String> fields;
    private final List<Row> rows;

    private RehearsalForm(Map<String, String> fields, List<Row> rows) {
        this.fields = fields;
        this.rows = rows;
    }

    /** One line of the table of places, as typed. */
    public record Row(String place, String perWeek, String officers, String reviewers, String heads) {

        static final Row EMPTY = new Row("", "", "", "", "");

        boolean isEmpty() {
            return place.isBlank();
        }
    }

    /** A form nobody has filled in yet. */
    static RehearsalForm blank(LocalDate firstDay, long seed) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "firstDay", firstDay.toString(),
                "weeks", "12",
                "weeksAfter", "12",
                "hours", "7",
                "seed", Long.toString(seed),
                "search", "true",
                "formKey", UUID.randomUUID().toString()));
        Practice.broughtAlong()
                .steps()
                .keySet()
                .forEach(step -> fields.put(
                        MINUTES + step, text(Practice.broughtAlong().step(step).minutes())));
        Practice.broughtAlong()
                .stories()
                .forEach((name, story) -> fields.put(SHARE + name, Integer.toString(story.share())));
        return new RehearsalForm(fields, new ArrayList<>(Collections.nCopies(ROWS, Row.EMPTY)));
    }

    /** With the period, regions and agencies of a campaign's plan. */
    static RehearsalForm of(Campaign campaign, List<Jurisdiction> jurisdictions, long seed) {
        RehearsalForm form = blank(campaign.plan().firstDay(), seed);
        long days = ChronoUnit.DAYS.between(
                        campaign.plan().firstDay(), campaign.plan().lastDay())
                + 1;
        form.fields.put("campaign", campaign.campaignNo());
        form.fields.put("weeks", Long.toString((days + 6) / 7));
        List<Row> asked = jurisdictions.stream()
                .filter(campaign.plan()::concerns)
                .map(where -> new Row(where.id(), "", "", "1", "1"))
                .toList();
        form.rows.addAll(0, asked);
        return form;
    }

    /** What was rehearsed before, to be changed. */
    static RehearsalForm of(RehearsalPlan plan) {
        RehearsalForm form = blank(plan.firstDay(), plan.seed());
        form.fields.put("campaign", plan.campaignNo() == null ? "" : plan.campaignNo());
        form.fields.put("weeks", Integer.toString(plan.weeks()));
        form.fields.put("weeksAfter", Integer.toString(plan.weeksAfter()));
        form.fields.put("hours", Integer.toString(plan.hours()));
        form.fields.put("search", Boolean.toString(plan.search()));
        plan.minutes().forEach((step, span) -> form.fields.put(MINUTES + step, text(span)));
        plan.shares().forEach((story, share) -> form.fields.put(SHARE + story, share.toString()));
        form.rows.addAll(
                0,
                plan.places().stream()
                        .map(place -> new Row(
                                place.jurisdiction(),
                                place.perWeek().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                                Integer.toString(place.officers()),
                                Integer.toString(place.reviewers()),
                                Integer.toString(place.heads())))
                        .toList());
        return form;
    }

    /** What came from the page. */
    static RehearsalForm of(MultiValueMap<String, String> sent) {
        Map<String, String> fields = new HashMap<>();
        sent.forEach((name, values) -> fields.put(name, values.get(0)));
        List<Row> rows = new ArrayList<>();
        List<String> places = sent.getOrDefault("place", List.of());
        for (int n = 0; n < Math.min(places.size(), MOST_ROWS); n++) {
            rows.add(new Row(
                    places.get(n),
                    at(sent, "perWeek", n),
                    at(sent, "officers", n),
                    at(sent, "reviewers", n),
                    at(sent, "heads", n)));
        }
        return new RehearsalForm(fields, rows);
    }

    private static String at(MultiValueMap<String, String> sent, String name, int n) {
        List<String> values = sent.getOrDefault(name, List.of());
        return n < values.size() ? values.get(n) : "";
    }

    RehearsalForm withMoreRows() {
        for (int n = 0; n < MORE_ROWS && rows.size() < MOST_ROWS; n++) {
            rows.add(Row.EMPTY);
        }
        return this;
    }

    /** @return what stands in a field; empty for nothing */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    public List<Row> rows() {
        return rows;
    }

    public boolean isSearching() {
        return "true".equals(get("search"));
    }

    UUID formKey() {
        try {
            return UUID.fromString(get("formKey"));
        } catch (IllegalArgumentException e) {
            throw new BadInput("", "rehearsal.form");
        }
    }

    /** @throws BadInput naming the first field at fault */
    RehearsalPlan plan() {
        List<Place> places = new ArrayList<>();
        for (int line = 0; line < rows.size(); line++) {
            if (!rows.get(line).isEmpty()) {
                places.add(place(rows.get(line), line));
            }
        }
        return new RehearsalPlan(
                get("campaign").isBlank() ? null : get("campaign"),
                firstDay(),
                count("weeks", 1, RehearsalService.MOST_WEEKS),
                count("weeksAfter", 0, RehearsalService.MOST_WEEKS),
                count("hours", 1, RehearsalService.MOST_HOURS),
                seed(),
                isSearching(),
                places,
                spans(),
                shares());
    }

    private LocalDate firstDay() {
        try {
            return LocalDate.parse(get("firstDay"));
        } catch (DateTimeParseException e) {
            throw new BadInput("firstDay", "rehearsal.day", shown(get("firstDay")));
        }
    }

    private long seed() {
        String typed = get("seed").strip();
        if (!typed.matches("\\d{1,15}")) {
            throw new BadInput("seed", "rehearsal.seed.wrong", shown(typed));
        }
        return Long.parseLong(typed);
    }

    private int count(String field, int least, int most) {
        return read(get(field))
                .orElseThrow(() -> new BadInput(field, "rehearsal.number." + field, shown(get(field)), least, most));
    }

    private static Place place(Row row, int line) {
        if (!Jurisdiction.isOne(row.place())) {
            throw new BadInput("place." + line, "rehearsal.place.unknown", shown(row.place()));
        }
        List<Integer> perWeek = Arrays.stream(row.perWeek().strip().split("[\\s,，、]+"))
                .map(typed -> read(typed)
                        .orElseThrow(() -> new BadInput(
                                "perWeek." + line, "rehearsal.line.perWeek", shown(row.perWeek()), line + 1)))
                .toList();
        return new Place(
                row.place(),
                perWeek,
                people("officers", row.officers(), line),
                people("reviewers", row.reviewers(), line),
                people("heads", row.heads(), line));
    }

    private static int people(String field, String typed, int line) {
        return read(typed)
                .filter(number -> number >= 1 && number <= MOST_PEOPLE)
                .orElseThrow(() -> new BadInput(
                        field + "." + line, "rehearsal.line." + field, shown(typed), line + 1, MOST_PEOPLE));
    }

    private static Optional<Integer> read(String typed) {
        String plain = typed.strip();
        return plain.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
    }

    private Map<String, Span> spans() {
        Map<String, Span> spans = new LinkedHashMap<>();
        for (String step : Practice.broughtAlong().steps().keySet()) {
            spans.put(step, span(MINUTES + step, get(MINUTES + step)));
        }
        return spans;
    }

    private static Span span(String field, String typed) {
        Matcher read = SPAN.matcher(typed);
        if (!read.matches()) {
            throw new BadInput(field, "rehearsal.minutes", shown(typed));
        }
        int from = Integer.parseInt(read.group(1));
        int to = read.group(2) == null ? from : Integer.parseInt(read.group(2));
        if (from < 1 || to < from || to > MOST_MINUTES) {
            throw new BadInput(field, "rehearsal.minutes", shown(typed));
        }
        return new Span(from, to);
    }

    private Map<String, Integer> shares() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        Practice.broughtAlong().stories().keySet().forEach(story -> shares.put(story, share(SHARE + story)));
        for (Agency agency : Agency.values()) {
            boolean some = Practice.broughtAlong().stories().values().stream().anyMatch(one -> one.kind() == agency);
            boolean none = Practice.broughtAlong().stories().entrySet().stream()
                    .filter(one -> one.getValue().kind() == agency)
                    .allMatch(one -> shares.get(one.getKey()) == 0);
            if (some && none) {
                throw new BadInput("shares", "rehearsal.shares");
            }
        }
        return shares;
    }

    private int share(String field) {
        return read(get(field)).orElseThrow(() -> new BadInput(field, "rehearsal.share.wrong", shown(get(field))));
    }

    private static String text(Span span) {
        return span.from() == span.to() ? Integer.toString(span.from()) : span.from() + "–" + span.to();
    }

    private static String shown(String typed) {
        return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
    }
}
