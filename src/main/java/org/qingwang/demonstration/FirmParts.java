package org.qingwang.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.qingwang.agency.Actor;
import org.qingwang.campaign.ActivityService;
import org.qingwang.demonstration.Script.Fate;
import org.qingwang.demonstration.Script.FirmPart;
import org.qingwang.mail.Mail;
import org.qingwang.mail.Mails;
import org.qingwang.pledge.Answer;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.DriveService;
import org.qingwang.pledge.Figure;
import org.qingwang.pledge.Finding;
import org.qingwang.pledge.FirmService;
import org.qingwang.pledge.Measure;
import org.qingwang.pledge.PeriodService;
import org.qingwang.pledge.Pledge;
import org.qingwang.pledge.PledgeLinkService;
import org.qingwang.pledge.PledgeService;
import org.qingwang.pledge.SignatureGiven;
import org.springframework.stereotype.Component;

/**
 * Firms, and how they keep what they pledge. A period lasts half a year, so the first two drives were before the
 * campaign; the third is its own.
 */
@Component
class FirmParts {

    private static final String TEXT = "pact-2018/1";
    private static final Set<Fate> FIRST =
            Set.of(Fate.KEPT, Fate.WARNED, Fate.WITHDRAWN, Fate.CORRECTED, Fate.LAPSED, Fate.DECLINED);
    private static final Set<Fate> SECOND = Set.of(Fate.RETURN_DUE, Fate.CHECK_OPEN, Fate.CORRECTION_AWAITED);
    private static final int FIRST_DRIVE = -182;
    private static final int SECOND_DRIVE = -135;
    private static final int OWN_DRIVE = 50;
    private static final String SIGNATORY_ADDRESS = "192.0.2.7";

    private final Desk desk;
    private final FirmService firms;
    private final DriveService drives;
    private final ActivityService activities;
    private final PledgeService pledges;
    private final PledgeLinkService links;
    private final PeriodService periods;
    private final Mails mails;

    FirmParts(
            Desk desk,
            FirmService firms,
            DriveService drives,
            ActivityService activities,
            PledgeService pledges,
            PledgeLinkService links,
            PeriodService periods,
            Mails mails) {
        this.desk = desk;
        this.firms = firms;
        this.drives = drives;
        this.activities = activities;
        this.pledges = pledges;
        this.links = links;
        this.periods = periods;
        this.mails = mails;
    }

    List<Part> parts(Script script, Timetable times, Map<String, String> done) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("drives", drives(script, times, done), done));
        for (FirmPart firm : script.firms()) {
            parts.add(new Part("firm-" + firm.code(), new Moves(firm, times).all(), done));
        }
        return parts;
    }

    private List<Part.Move> drives(Script script, Timetable times, Map<String, String> done) {
        return List.of(
                new Part.Move("firms", times.forenoon(FIRST_DRIVE - 2), () -> asOffice(() -> register(script.firms()))),
                new Part.Move("first", times.forenoon(FIRST_DRIVE), () -> order(codes(script, FIRST))),
                new Part.Move("second", times.forenoon(SECOND_DRIVE), () -> order(codes(script, SECOND))),
                new Part.Move(
                        "own",
                        times.forenoon(OWN_DRIVE),
                        () -> asOffice(() -> activities.startDrive(
                                done.get(CampaignParts.DRAFTED), codes(script, others()), TEXT))));
    }

    private static Set<Fate> others() {
        return Set.of(Fate.INVITED, Fate.SIGNED, Fate.IN_FORCE);
    }

    private String register(List<FirmPart> all) {
        StringBuilder list = new StringBuilder("creditCode,name,region,contact,mail,language\n");
        for (FirmPart one : all) {
            list.append("%s,%s,%s,Zhou Min,pledge@%s.example,en%n"
                    .formatted(one.code(), one.name(), one.region(), one.code().toLowerCase(Locale.ROOT)));
        }
        try {
            FirmService.Imported imported = firms.importList(list.toString().getBytes(StandardCharsets.UTF_8));
            return String.valueOf(imported.codes().size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CreditCode> codes(Script script, Set<Fate> fates) {
        return script.firms().stream()
                .filter(one -> fates.contains(one.fate()))
                .map(one -> new CreditCode(one.code()))
                .toList();
    }

    private Optional<String> order(List<CreditCode> codes) {
        return asOffice(() -> drives.order(codes, TEXT, ""));
    }

    private Optional<String> asOffice(Supplier<String> work) {
        return Optional.of(desk.as(desk.memberOf(Actor.OFFICE_GROUP).orElseThrow(), work));
    }

    /** What one firm does, and what is done about it. */
    private final class Moves {

        private final FirmPart firm;
        private final Timetable times;
        private final List<Part.Move> moves = new ArrayList<>();

        Moves(FirmPart firm, Timetable times) {
            this.firm = firm;
            this.times = times;
        }

        List<Part.Move> all() {
            int asked =
                    FIRST.contains(firm.fate()) ? FIRST_DRIVE : SECOND.contains(firm.fate()) ? SECOND_DRIVE : OWN_DRIVE;
            switch (firm.fate()) {
                case INVITED, LAPSED -> {}
                case DECLINED ->
                    add("decline", asked + 4, () -> link(token -> links.decline(token, "We need more time (fiction)")));
                default -> add("sign", asked + 3, this::sign);
            }
            if (firm.fate() != Fate.SIGNED && !moves.isEmpty() && firm.fate() != Fate.DECLINED) {
                add("countersign", asked + 5, () -> submit("Task_Countersign", "office", Map.of("decision", "ACCEPT")));
            }
            period();
            return moves;
        }

        private void period() {
            switch (firm.fate()) {
                case KEPT -> {
                    add("return", 12, () -> sendReturn(false));
                    add("check", 22, () -> check(null));
                }
                case CORRECTED -> {
                    add("return", 12, () -> sendReturn(true));
                    add("check", 20, () -> check(10));
                    add("correct", 24, () -> link(token -> links.correct(token, "The descriptions were taken off")));
                    add("recheck", 27, () -> recheck("CORRECTED"));
                }
                case WARNED, WITHDRAWN -> {
                    add("check", 36, () -> check(3));
                    add("recheck", 46, () -> recheck("NOT_CORRECTED"));
                    add("decide", 49, this::decide);
                }
                case CHECK_OPEN -> add("return", 57, () -> sendReturn(false));
                case CORRECTION_AWAITED -> {
                    add("return", 56, () -> sendReturn(true));
                    add("check", 58, () -> check(10));
                }
                default -> {}
            }
        }

        private void add(String name, int day, Part.Act act) {
            moves.add(new Part.Move(name, times.forenoon(day), act));
        }

        private Optional<Pledge> pledge() {
            Actor office = desk.memberOf(Actor.OFFICE_GROUP).orElseThrow();
            return desk.as(
                    office,
                    () -> firms.find(new CreditCode(firm.code())).stream()
                            .flatMap(one -> pledges.of(one).stream())
                            .findFirst());
        }

        private Optional<String> submit(String task, String by, Map<String, Object> form) {
            return pledge().map(Pledge::pledgeNo).filter(number -> desk.submit(number, task, by, form));
        }

        /** By the personal link in the newest mail. */
        private Optional<String> link(Consumer<String> act) {
            Optional<Pledge> pledge = pledge();
            Optional<String> token = pledge.flatMap(one -> mails.about("pledge " + one.pledgeNo()).stream()
                    .reduce((earlier, later) -> later)
                    .map(Mail::secret));
            token.ifPresent(act);
            return token.flatMap(any -> pledge.map(Pledge::pledgeNo));
        }

        private Optional<String> sign() {
            return link(token -> {
                PledgeService.Sheet sheet = links.opened(token).sheet();
                links.answer(
                        token,
                        sheet.text().commitments().stream()
                                .map(one -> new Answer(one.number(), true, null))
                                .toList());
                String shown = pledges.toSign(links.opened(token).sheet(), Locale.ENGLISH)
                        .orElseThrow();
                SignatureGiven given =
                        SignatureGiven.of(PledgeService.digestOf(shown), "Zhou Min 周敏", "Legal representative", true);
                links.sign(token, given, Locale.ENGLISH, SIGNATORY_ADDRESS);
            });
        }

        private Optional<String> sendReturn(boolean broken) {
            Optional<Pledge> pledge =
                    pledge().filter(one -> !periods.of(one.pledgeNo()).isEmpty());
            if (pledge.isEmpty()) {
                return Optional.empty();
            }
            List<Figure> figures = new ArrayList<>();
            periods.asked(pledge.get())
                    .forEach(one -> figures.add(new Figure(
                            one.measure().id(), value(one.measure(), broken && figures.isEmpty()), Figure.TYPED)));
            return link(token -> links.sendReturn(token, figures, "Fiction 虚构"));
        }

        private static BigDecimal value(Measure measure, boolean broken) {
            if (measure.brokenAbove() != null) {
                return broken ? measure.brokenAbove().add(new BigDecimal("3")) : BigDecimal.ZERO;
            }
            return broken ? BigDecimal.ZERO : measure.brokenBelow();
        }

        private Optional<String> check(Integer days) {
            Optional<Pledge> pledge = pledge().filter(one -> desk.isOpen(one.pledgeNo(), "Task_CheckCommitments"));
            if (pledge.isEmpty()) {
                return Optional.empty();
            }
            String number = pledge.get().pledgeNo();
            Actor officer = desk.memberOf(pledge.get().jurisdiction().id()).orElseThrow();
            desk.as(officer, () -> {
                periods.find(number, looked(pledge.get()));
                return null;
            });
            Map<String, Object> form = days == null
                    ? Map.of("note", "Samples bought in two cities (fiction)")
                    : Map.of("note", "Complaints of the period were right (fiction)", "days", days);
            return submit("Task_CheckCommitments", null, form);
        }

        private List<Finding> looked(Pledge pledge) {
            return periods.of(pledge.pledgeNo()).get(0).findings().stream()
                    .filter(one -> one.result() == null)
                    .map(one -> {
                        Measure measure = periods.textOf(pledge.pledgeNo())
                                .commitment(one.number())
                                .measure();
                        return new Finding(
                                one.number(),
                                Finding.Result.KEPT,
                                value(measure, false),
                                "Looked at (fiction) · 已核查（虚构）",
                                null,
                                null);
                    })
                    .toList();
        }

        private Optional<String> recheck(String decision) {
            return submit(
                    "Task_CheckCorrection",
                    null,
                    Map.of("decision", decision, "note", "Looked at on the site (fiction)"));
        }

        private Optional<String> decide() {
            String decision = firm.fate() == Fate.WARNED ? "WARN" : "WITHDRAW";
            return submit(
                    "Task_DecideConsequence",
                    "office",
                    Map.of("decision", decision, "note", "Nothing was sent and nothing corrected (fiction)"));
        }
    }
}
