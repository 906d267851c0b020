package org.qingwang.demonstration;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseService;
import org.qingwang.complaint.Channel;
import org.qingwang.complaint.ComplainantType;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Complaints, and what becomes of them. */
@Component
class PaperParts {

    private static final String FILED = "filed";
    private static final String SCREENING = "Task_ConfirmScreening";
    private static final int JOINED_AFTER = 2;

    private final Desk desk;
    private final Acts acts;
    private final ComplaintService complaints;
    private final CaseService cases;
    private final Clock clock;

    PaperParts(Desk desk, Acts acts, ComplaintService complaints, CaseService cases, Clock clock) {
        this.desk = desk;
        this.acts = acts;
        this.complaints = complaints;
        this.cases = cases;
        this.clock = clock;
    }

    /** One complaint of the script. @param joins the complaint whose case it joins; null if it is new */
    private record Paper(String name, Script.Papers papers, int day, Particulars about, Paper joins) {}

    List<Part> parts(Script script, Timetable times, Map<String, String> done) {
        List<Part> parts = new ArrayList<>();
        for (Paper paper : papers(script)) {
            parts.add(new Part(paper.name(), moves(paper, script, times, done), done));
        }
        return parts;
    }

    private static List<Paper> papers(Script script) {
        List<Paper> papers = new ArrayList<>();
        for (Script.Papers some : script.papers()) {
            List<Paper> joined = some.joins() == null ? List.of() : joinable(papers, some.joins());
            for (int i = 0; i < some.count(); i++) {
                String name = "paper-%03d".formatted(papers.size());
                Paper first = joined.isEmpty() ? null : joined.get(i % joined.size());
                int day = first == null ? some.dayOf(i) : first.day() + JOINED_AFTER;
                Particulars about = first == null ? new Particulars(papers.size()) : first.about();
                papers.add(new Paper(name, some, day, about, first));
            }
        }
        return papers;
    }

    private static List<Paper> joinable(List<Paper> papers, String story) {
        return papers.stream()
                .filter(one ->
                        one.papers().story().equals(story) && one.papers().until() == null)
                .toList();
    }

    private List<Part.Move> moves(Paper paper, Script script, Timetable times, Map<String, String> done) {
        List<Part.Move> moves = new ArrayList<>();
        int number = Integer.parseInt(paper.name().replaceAll("\\D", ""));
        Instant at = times.morning(paper.day());
        moves.add(new Part.Move(FILED, at, () -> Optional.of(file(paper))));
        for (String line : script.stories().get(paper.papers().story())) {
            String step = line.substring(0, line.indexOf(' '));
            if (step.equals(paper.papers().until())) {
                break;
            }
            at = times.later(at, Integer.parseInt(line.substring(line.indexOf(' ') + 1)), number);
            String name = step + "-" + moves.size();
            moves.add(new Part.Move(name, at, () -> perform(script.step(step), paper, done)));
        }
        return moves;
    }

    private String file(Paper paper) {
        Particulars about = paper.about();
        String agency = paper.papers().intake() == null
                ? Agency.COMMERCE.key()
                : paper.papers().intake();
        Jurisdiction intake = Jurisdiction.parse(agency + (about.isGuangdong() ? "-440000" : "-330000"));
        Actor officer = desk.memberOf(intake.id()).orElseThrow();
        boolean dispute = paper.papers().story().equals("disputed");
        return desk.as(
                officer,
                () -> complaints
                        .file(complaint(about, dispute, paper.papers()), intake, "demonstration-" + paper.name())
                        .receiptNo());
    }

    private NewComplaint complaint(Particulars about, boolean dispute, Script.Papers papers) {
        boolean unclear = papers.story().equals("unclear");
        boolean elsewhere = papers.intake() != null;
        return new NewComplaint(
                WorkingCalendar.dateOf(clock.instant()),
                dispute ? Channel.HOTLINE : Channel.LETTER,
                dispute ? ComplainantType.CONSUMER : ComplainantType.RIGHTS_HOLDER,
                dispute ? "Invented buyer 虚构买家" : about.word("holder"),
                "contact@holder.example",
                unclear ? null : about.word("mark"),
                null,
                about.word("platform"),
                unclear ? List.of() : List.of(about.word("listing")),
                unclear ? null : about.word("seller"),
                unclear || elsewhere ? null : about.word("region"),
                about.word("goods"),
                new BigDecimal(about.word("sold")),
                new BigDecimal(about.word("price")),
                "CNY",
                "FICTION 虚构: the goods offered carry a counterfeit mark",
                null,
                dispute ? "The price back and twice the price" : null);
    }

    private Optional<String> perform(Script.Step step, Paper paper, Map<String, String> done) {
        String receiptNo = done.get(paper.name() + "/" + FILED);
        return step.about() == Script.On.COMPLAINT
                ? onComplaint(step, complaints.find(receiptNo).orElseThrow(), paper, done)
                : cases.caseOf(receiptNo).flatMap(caseNo -> onCase(step, caseNo, paper));
    }

    /** A complaint about a known case joins it without anybody's doing. */
    private Optional<String> onComplaint(Script.Step step, Complaint complaint, Paper paper, Map<String, String> done) {
        if (step.act() == Script.Act.WITHDRAW) {
            return Optional.of(acts.withdraw(complaint.receiptNo()));
        }
        if (SCREENING.equals(step.task()) && !complaint.status().isOpen()) {
            return Optional.of(complaint.receiptNo());
        }
        Map<String, String> more = new HashMap<>();
        if (paper.joins() != null) {
            Optional<String> other = cases.caseOf(done.get(paper.joins().name() + "/" + FILED));
            if (other.isEmpty()) {
                return Optional.empty();
            }
            more.put("otherCase", other.get());
        }
        return submitted(step, complaint.receiptNo(), paper, more);
    }

    private Optional<String> onCase(Script.Step step, String caseNo, Paper paper) {
        return step.act() == null
                ? submitted(step, caseNo, paper, Map.of())
                : acts.perform(step.act(), caseNo, paper.about());
    }

    private Optional<String> submitted(Script.Step step, String number, Paper paper, Map<String, String> more) {
        Map<String, Object> form = paper.about().filledIn(step.form(), new Day(clock.instant()), more);
        return desk.submit(number, step.task(), step.by(), form) ? Optional.of(number) : Optional.empty();
    }
}
