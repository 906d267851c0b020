package org.qingwang.worklist.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.qingwang.agency.AgencyService;
import org.qingwang.casefile.CaseCard;
import org.qingwang.casefile.CaseQueries;
import org.qingwang.complaint.ComplaintLine;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.Proposal;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.worklist.OpenTask;
import org.springframework.stereotype.Component;

/** Puts beside tasks what their cases and complaints are about, as far as the reader may see them. */
@Component
class TaskRows {

    private final CaseQueries cases;
    private final ComplaintService complaints;
    private final ScreeningService screenings;
    private final AgencyService agencies;

    TaskRows(CaseQueries cases, ComplaintService complaints, ScreeningService screenings, AgencyService agencies) {
        this.cases = cases;
        this.complaints = complaints;
        this.screenings = screenings;
        this.agencies = agencies;
    }

    List<TaskRow> of(List<OpenTask> tasks) {
        List<String> numbers = tasks.stream()
                .map(OpenTask::number)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, List<String>> about = new HashMap<>();
        for (CaseCard card : cases.cards(numbers)) {
            about.put(card.caseNo(), texts(card.sellerName(), card.platform()));
        }
        for (ComplaintLine line : complaints.lines(numbers)) {
            about.put(line.receiptNo(), texts(line.sellerName(), line.platform(), line.goods()));
        }
        Map<String, Proposal> proposals = screenings.proposals(numbers);
        Map<String, String> names = agencies.namesOf(texts(tasks.stream().map(OpenTask::assignee)));
        return tasks.stream()
                .map(task -> new TaskRow(
                        task,
                        task.assignee() == null ? null : names.getOrDefault(task.assignee(), task.assignee()),
                        about.getOrDefault(String.valueOf(task.number()), List.of()),
                        proposal(proposals.get(String.valueOf(task.number())))))
                .toList();
    }

    private static String proposal(Proposal proposal) {
        return proposal == null || proposal == Proposal.OFFICER ? null : "complaint.proposal." + proposal.name();
    }

    private static List<String> texts(String... texts) {
        return texts(Stream.of(texts));
    }

    private static List<String> texts(Stream<String> texts) {
        return texts.filter(Objects::nonNull).distinct().toList();
    }
}
