package org.qingwang.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.law.StatutoryClocks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells complainants where their complaints stand, and lets them read it. */
@Service
@Transactional
public class NoticeService {

    /** What an officer's words may end in: the notice's own sentence goes on after them. */
    private static final Pattern FULL_STOPS = Pattern.compile("[.。．\\s]+$");

    private final Complaints complaints;
    private final Screenings screenings;
    private final Notices notices;
    private final NoticeWriter writer;
    private final StatutoryClocks clocks;

    NoticeService(
            Complaints complaints,
            Screenings screenings,
            Notices notices,
            NoticeWriter writer,
            StatutoryClocks clocks) {
        this.complaints = complaints;
        this.screenings = screenings;
        this.notices = notices;
        this.writer = writer;
        this.clocks = clocks;
    }

    /** Tells the complainant how the complaint stands now. Telling twice of one thing leaves one notice. */
    public void tell(String receiptNo) {
        Complaint complaint = complaints.find(receiptNo).orElseThrow();
        switch (complaint.status()) {
            case SUPPLEMENT_ASKED -> tellWhatIsMissing(screening(receiptNo));
            case ACCEPTED -> tellCase(complaint, Notice.Event.ACCEPTED);
            case JOINED -> tellCase(complaint, Notice.Event.JOINED);
            case REFUSED ->
                writer.tell(receiptNo, Notice.Event.REFUSED, "", language ->
                        new Object[] {refusal(screening(receiptNo), language)});
            case WITHDRAWN -> writer.tell(receiptNo, Notice.Event.WITHDRAWN, "", language -> new Object[0]);
            case CLOSED -> {
                // The case was closed in the same breath and has told it.
            }
            case RECEIVED, SCREENED -> throw new IllegalStateException("nothing is decided on " + receiptNo);
        }
    }

    /**
     * Tells the complainant of something that another capability did, once for each event.
     *
     * @param arguments what the sentence's placeholders stand for, in the language asked
     */
    public void tell(String receiptNo, Notice.Event event, Function<Locale, Object[]> arguments) {
        writer.tell(receiptNo, event, "", arguments);
    }

    /** Everything the complainant was told, first told first. */
    @Transactional(readOnly = true)
    public List<Notice> of(String receiptNo) {
        return notices.of(receiptNo);
    }

    /**
     * What a complainant may read with the receipt in hand. A wrong number and a wrong secret look the same, and take the
     * same time.
     *
     * @return empty unless number and secret belong together
     */
    @Transactional(readOnly = true)
    public Optional<Progress> follow(String receiptNo, String secret) {
        String number = ReceiptNumbers.asMeant(receiptNo);
        Optional<byte[]> hash = complaints.secretHash(number);
        boolean matches = Secrets.matches(secret, hash.orElse(Secrets.OF_NOBODY));
        if (!matches || hash.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(progress(number));
    }

    /** The same for whoever has shown the receipt already. */
    @Transactional(readOnly = true)
    public Progress progress(String receiptNo) {
        Complaint complaint = complaints.find(receiptNo).orElseThrow();
        return new Progress(
                receiptNo,
                complaint.filedAt(),
                screenings.firstAt(receiptNo).orElse(null),
                complaint.status(),
                due(complaint),
                notices.of(receiptNo));
    }

    private LocalDate due(Complaint complaint) {
        String rule = switch (complaint.status()) {
            case RECEIVED, SCREENED -> ScreeningService.ACCEPTANCE_CLOCK;
            case SUPPLEMENT_ASKED -> ScreeningService.SUPPLEMENT_CLOCK;
            case ACCEPTED, JOINED, REFUSED, CLOSED, WITHDRAWN -> null;
        };
        return rule == null
                ? null
                : clocks.open(complaint.receiptNo(), rule)
                        .map(clock -> LocalDate.ofInstant(clock.dueAt(), ComplaintChecks.CHINA))
                        .orElse(null);
    }

    private Screening screening(String receiptNo) {
        return screenings.last(receiptNo).orElseThrow();
    }

    private void tellWhatIsMissing(Screening screening) {
        String receiptNo = screening.receiptNo();
        LocalDate by =
                LocalDate.ofInstant(clocks.due(receiptNo, ScreeningService.SUPPLEMENT_CLOCK), ComplaintChecks.CHINA);
        boolean verified = clocks.open(receiptNo, ScreeningService.SUPPLEMENT_CLOCK)
                .map(clock -> clock.rule().verified())
                .orElse(true);
        writer.tell(receiptNo, Notice.Event.SUPPLEMENT_ASKED, String.valueOf(screening.round()), language ->
                new Object[] {wanted(screening, language), by, verified ? "" : unverified(language)});
    }

    private String unverified(Locale language) {
        return writer.message("complaint.notice.unverified", language);
    }

    private String wanted(Screening screening, Locale language) {
        String separator = writer.message("complaint.separator", language);
        Stream<String> fields =
                screening.facts().missing().stream().map(field -> writer.message("complaint.field." + field, language));
        Stream<String> reason = screening.ruling().flatMap(Screening.Ruling::reason).stream()
                .map(words -> FULL_STOPS.matcher(words).replaceFirst(""));
        return Stream.concat(fields, reason).collect(Collectors.joining(separator));
    }

    private void tellCase(Complaint complaint, Notice.Event event) {
        String caseNo = complaint.caseNo().orElseThrow();
        writer.tell(complaint.receiptNo(), event, caseNo, language -> new Object[] {caseNo});
    }

    private String refusal(Screening screening, Locale language) {
        Screening.Ruling ruling = screening.ruling().orElseThrow();
        if (ruling.decision() == Decision.SUPPLEMENT) {
            return writer.message("complaint.refused.incomplete", language);
        }
        boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        return ruling.reason().orElse(chinese ? screening.reasonZh() : screening.reasonEn());
    }
}
