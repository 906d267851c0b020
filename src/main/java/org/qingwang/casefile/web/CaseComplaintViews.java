package org.qingwang.casefile.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.rights.RightFinding;
import org.qingwang.rights.RightsService;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the case page shows of the complaints behind a case and of the right they rely on. */
@Component
class CaseComplaintViews {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final CaseService cases;
    private final ComplaintService complaints;
    private final RightsService rights;
    private final MessageSource messages;

    CaseComplaintViews(CaseService cases, ComplaintService complaints, RightsService rights, MessageSource messages) {
        this.cases = cases;
        this.complaints = complaints;
        this.rights = rights;
        this.messages = messages;
    }

    /**
     * A complaint in a case.
     *
     * @param open whether the reader may open it and learn who complained: other agencies in the case may not, since the
     *     identity of who reports is kept secret (2020 Measures art. 33)
     */
    record ComplaintRow(Complaint complaint, boolean open) {}

    /**
     * The right a case is about.
     *
     * @param explanation the finding of the register in words
     */
    record RightRow(RightFinding finding, String explanation) {}

    List<ComplaintRow> of(String caseNo) {
        return cases.complaintsOf(caseNo).stream()
                .map(complaints::find)
                .flatMap(Optional::stream)
                .map(complaint -> new ComplaintRow(complaint, ComplaintService.maySee(Actors.current(), complaint)))
                .toList();
    }

    RightRow rightOf(CaseFile file) {
        LocalDate opened = file.openedAt().atZone(CHINA).toLocalDate();
        RightFinding finding = rights.check(file.registrationNo(), opened);
        Object[] arguments = finding.explanationArguments().toArray();
        return new RightRow(
                finding, messages.getMessage(finding.explanationKey(), arguments, LocaleContextHolder.getLocale()));
    }
}
