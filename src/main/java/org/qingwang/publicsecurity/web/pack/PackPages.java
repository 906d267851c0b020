package org.qingwang.publicsecurity.web.pack;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.web.CaseVocabulary;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.Subject;
import org.qingwang.print.Download;
import org.qingwang.print.InLanguage;
import org.qingwang.print.IssuedDocuments;
import org.qingwang.publicsecurity.ReferralFile;
import org.qingwang.publicsecurity.ReferralService;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The pack of a referral, to take away: as a PDF to print, and as an archive with all evidence. */
@Controller
@RequestMapping("/desk/referrals/{referralNo}")
class PackPages {

    private final ReferralService referrals;
    private final CaseService cases;
    private final ComplaintService complaints;
    private final EvidenceService evidence;
    private final CaseVocabulary vocabulary;
    private final IssuedDocuments documents;
    private final Clock clock;

    PackPages(
            ReferralService referrals,
            CaseService cases,
            ComplaintService complaints,
            EvidenceService evidence,
            CaseVocabulary vocabulary,
            IssuedDocuments documents,
            Clock clock) {
        this.referrals = referrals;
        this.cases = cases;
        this.complaints = complaints;
        this.evidence = evidence;
        this.vocabulary = vocabulary;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping("/pack.pdf")
    void document(@PathVariable String referralNo, Locale locale, HttpServletResponse response) throws IOException {
        PackContents pack = contents(referralNo);
        byte[] pdf = document(pack, locale);
        referrals.packTaken(referralNo, "pdf");
        documents.issued(pdf, "referral-pack");
        Download.label(response, "application/pdf", referralNo + ".pdf");
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    /** Who takes what is remembered before the first byte goes out: it cannot be called back. */
    @GetMapping("/pack.zip")
    void archive(@PathVariable String referralNo, HttpServletResponse response) throws IOException {
        PackContents pack = contents(referralNo);
        byte[] chinese = document(pack, Locale.CHINESE);
        byte[] english = document(pack, Locale.ENGLISH);
        referrals.packTaken(referralNo, "zip");
        pack.evidence().forEach(file -> evidence.handOut(file.id(), false));
        Download.label(response, "application/zip", referralNo + ".zip");
        try (PackArchive archive = new PackArchive(pack, response.getOutputStream())) {
            archive.write(chinese, english, evidence::copy);
        }
    }

    private byte[] document(PackContents pack, Locale language) throws IOException {
        return InLanguage.of(language, () -> PackDocument.of(pack, vocabulary.forReader(), language));
    }

    /** To whom the case is closed, or before the report is written, there is no pack. */
    private PackContents contents(String referralNo) {
        ReferralFile referral = referrals
                .find(referralNo)
                .filter(found -> found.report() != null)
                .filter(found -> cases.maySee(Actors.current(), found.referral().caseNo()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String caseNo = referral.referral().caseNo();
        CaseFile file = cases.find(caseNo).orElseThrow();
        List<EvidenceFile> files = evidence.list(new Subject(Subject.Type.CASE, caseNo));
        return new PackContents(
                file,
                referral,
                referrals.assessmentOf(referral.report().report()),
                cases.listingsOf(caseNo),
                files,
                statements(caseNo),
                clock.instant());
    }

    private List<PackContents.Statement> statements(String caseNo) {
        return cases.complaintsOf(caseNo).stream()
                .map(complaints::find)
                .flatMap(Optional::stream)
                .map(PackPages::statement)
                .toList();
    }

    private static PackContents.Statement statement(Complaint complaint) {
        boolean mayKnowWho = ComplaintService.maySee(Actors.current(), complaint);
        return new PackContents.Statement(
                complaint.receiptNo(),
                complaint.content().receivedOn(),
                mayKnowWho ? complaint.content().complainantName() : null,
                complaint.content().description());
    }
}
