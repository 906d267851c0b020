package org.qingwang.complaint.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.complaint.ComplaintLine;
import org.qingwang.complaint.ComplaintService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist shows on the cards of tasks beside a complaint's number, as it does of cases. */
@RestController
class ComplaintCards {

    /** More than a page of tasks. */
    private static final int MOST = 60;

    private final ComplaintService complaints;

    ComplaintCards(ComplaintService complaints) {
        this.complaints = complaints;
    }

    /** @return by receipt number seller, platform and goods; whatever the reader may not see is left out */
    @GetMapping("/desk/cards/complaints")
    Map<String, List<String>> cards(@RequestParam(defaultValue = "") List<String> number) {
        return complaints.lines(number.stream().limit(MOST).toList()).stream()
                .collect(Collectors.toMap(ComplaintLine::receiptNo, ComplaintCards::words));
    }

    private static List<String> words(ComplaintLine line) {
        return Stream.of(line.sellerName(), line.platform(), line.goods())
                .filter(Objects::nonNull)
                .toList();
    }
}
