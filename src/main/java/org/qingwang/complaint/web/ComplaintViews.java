package org.qingwang.complaint.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.qingwang.casefile.LikelyMatch;
import org.qingwang.casefile.Matches;
import org.qingwang.complaint.Addition;
import org.qingwang.complaint.AdditionService;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintStatus;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.complaint.Notice;
import org.qingwang.complaint.NoticeService;
import org.qingwang.complaint.Screening;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.rights.RightFinding;
import org.qingwang.rights.RightsService;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Gathers what the pages of one complaint show. */
@Component
class ComplaintViews {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final ScreeningService screenings;
    private final NoticeService notices;
    private final AdditionService additions;
    private final RightsService rights;
    private final StatutoryClocks clocks;
    private final AgencyService agencies;
    private final MessageSource messages;
    private final Clock clock;

    ComplaintViews(
            ScreeningService screenings,
            NoticeService notices,
            AdditionService additions,
            RightsService rights,
            StatutoryClocks clocks,
            AgencyService agencies,
            MessageSource messages,
            Clock clock) {
        this.screenings = screenings;
        this.notices = notices;
        this.additions = additions;
        this.rights = rights;
        this.clocks = clocks;
        this.agencies = agencies;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A complaint with everything an officer weighs.
     *
     * @param value quantity times unit price in CNY, or null
     * @param right what the register says today about the right on the day of receipt
     * @param rounds of screening, the newest first
     * @param additions what the complainant sent after filing
     * @param matches open cases about the same seller, as they are now; empty once the complaint is decided
     */
    record ComplaintView(
            Complaint complaint,
            BigDecimal value,
            RightView right,
            List<RoundView> rounds,
            Matches matches,
            List<NoticeView> notices,
            List<ClockView> clocks,
            List<Addition> additions) {

        public NewComplaint content() {
            return complaint.content();
        }

        public List<LikelyMatch> likely() {
            return matches.likely();
        }

        /** The round an officer decides on, or decided last; null before the screening. */
        public RoundView current() {
            return rounds.isEmpty() ? null : rounds.get(0);
        }
    }

    record RightView(RightFinding.Status status, String explanation) {}

    /**
     * @param reason why the table proposes so, in the reader's language
     * @param decidedBy name of who decided; null before that
     */
    record RoundView(Screening screening, String reason, String decidedBy) {

        public Instant at() {
            return screening.screenedAt();
        }
    }

    record NoticeView(Instant at, String text) {}

    /**
     * A period that runs or ran.
     *
     * @param verified whether its length was compared with the text of the law
     * @param provisional whether its end rests on working days that are not announced yet
     */
    record ClockView(String name, LocalDate due, StatutoryClock.State state, boolean verified, boolean provisional) {}

    ComplaintView of(Complaint complaint) {
        String receiptNo = complaint.receiptNo();
        List<RoundView> rounds = screenings.roundsOf(receiptNo).stream()
                .sorted((one, other) -> other.round() - one.round())
                .map(this::round)
                .toList();
        return new ComplaintView(
                complaint,
                value(complaint.content()),
                right(complaint.content()),
                rounds,
                complaint.status().isOpen() ? screenings.matches(complaint) : new Matches(Optional.empty(), List.of()),
                notices.of(receiptNo).stream().map(ComplaintViews::notice).toList(),
                clocks.of(receiptNo).stream().map(this::clock).toList(),
                additions.of(receiptNo));
    }

    /** @return the status somebody chose; empty for none or one that does not exist */
    Optional<ComplaintStatus> status(String chosen) {
        return Arrays.stream(ComplaintStatus.values())
                .filter(status -> status.name().equals(chosen))
                .findFirst();
    }

    private RightView right(NewComplaint content) {
        RightFinding finding = rights.check(content.registrationNo(), content.receivedOn());
        String sentence = messages.getMessage(
                finding.explanationKey(), finding.explanationArguments().toArray(), LocaleContextHolder.getLocale());
        return new RightView(finding.status(), sentence);
    }

    private RoundView round(Screening screening) {
        return new RoundView(
                screening,
                isChinese() ? screening.reasonZh() : screening.reasonEn(),
                screening.ruling().map(ruling -> name(ruling.by())).orElse(null));
    }

    private String name(String userId) {
        return userId.equals(Actor.SYSTEM.userId())
                ? Actor.SYSTEM.name()
                : agencies.find(userId).map(Officer::name).orElse(userId);
    }

    private static NoticeView notice(Notice notice) {
        return new NoticeView(
                notice.toldAt(), notice.text(LocaleContextHolder.getLocale().getLanguage()));
    }

    private ClockView clock(StatutoryClock running) {
        return new ClockView(
                isChinese() ? running.rule().nameZh() : running.rule().name(),
                LocalDate.ofInstant(running.dueAt(), CHINA),
                running.state(clock.instant()),
                running.rule().verified(),
                running.provisional());
    }

    private static BigDecimal value(NewComplaint content) {
        return content.quantity() == null || content.unitPrice() == null
                ? null
                : content.quantity().multiply(content.unitPrice());
    }

    private static boolean isChinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
