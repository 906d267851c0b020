package org.qingwang.publicsecurity.web.pack;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.web.CaseWords;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.print.Sheet;
import org.qingwang.print.Sheet.Column;
import org.qingwang.publicsecurity.Act;
import org.qingwang.publicsecurity.Answer;
import org.qingwang.publicsecurity.Compared;
import org.qingwang.publicsecurity.GoodsLot;
import org.qingwang.publicsecurity.OffenceResult;
import org.qingwang.publicsecurity.PackPart;
import org.qingwang.publicsecurity.Referral;
import org.qingwang.publicsecurity.ReferralFile;
import org.qingwang.publicsecurity.Report;
import org.qingwang.publicsecurity.Step;

/** The five parts that go to the police (State Council Decree 310 art. 6), as one PDF. */
final class PackDocument {

    private final PackContents pack;
    private final CaseWords words;
    private final Locale language;
    private final Sheet sheet;

    private PackDocument(PackContents pack, CaseWords words, Locale language, Sheet sheet) {
        this.pack = pack;
        this.words = words;
        this.language = language;
        this.sheet = sheet;
    }

    static byte[] of(PackContents pack, CaseWords words, Locale language) throws IOException {
        try (Sheet sheet = new Sheet(words.say("publicsecurity.pack.title") + " " + pack.referralNo(), language)) {
            PackDocument document = new PackDocument(pack, words, language, sheet);
            document.letter();
            document.findings();
            document.articles();
            document.appraisals();
            document.others();
            return sheet.finished(
                    words.say("publicsecurity.pack.footer", pack.referralNo(), words.time(pack.at())),
                    codes -> words.say("shell.print.lacking", codes));
        }
    }

    private void letter() throws IOException {
        CaseFile file = pack.file();
        Referral referral = pack.referral().referral();
        Optional<Step> transfer = taken(Answer.TRANSFERRED);
        sheet.title(words.say("publicsecurity.pack.title"));
        sheet.fact(words.say("publicsecurity.page.number"), referral.referralNo());
        sheet.fact(words.say("publicsecurity.pack.case"), file.caseNo());
        sheet.fact(
                words.say("publicsecurity.pack.letter-no"),
                transfer.map(Step::documentNo).orElseGet(() -> words.say("publicsecurity.pack.draft")));
        sheet.fact(words.say("publicsecurity.page.referrer"), words.jurisdiction(referral.referrer()));
        sheet.fact(words.say("publicsecurity.page.police"), words.jurisdiction(referral.police()));
        sheet.fact(words.say("publicsecurity.pack.seller"), words.text(file.sellerName()));
        sheet.fact(words.say("publicsecurity.pack.place"), words.region(file.sellerRegion()));
        sheet.fact(words.say("publicsecurity.pack.platform"), words.text(file.platform()));
        sheet.fact(words.say("publicsecurity.pack.mark"), words.text(joined(file.rightName(), file.registrationNo())));
        sheet.fact(
                words.say("publicsecurity.page.offence"),
                words.say(report().crime().offence().messageKey()));
        sheet.paragraph("");
        sheet.paragraph(words.say(
                "publicsecurity.pack.letter",
                words.jurisdiction(referral.police()),
                words.jurisdiction(referral.referrer()),
                words.text(file.sellerName())));
        sheet.paragraph(words.say("publicsecurity.pack.enclosed", enclosed(transfer)));
        if (transfer.isPresent() && transfer.get().reason() != null) {
            sheet.paragraph(
                    words.say("publicsecurity.pack.missing", transfer.get().reason()));
        }
        if (transfer.isPresent()) {
            sheet.fact(
                    words.say("publicsecurity.pack.handed-in"),
                    joined(words.day(transfer.get().on()), transfer.get().person()));
        }
        sheet.toSign(words.say("publicsecurity.pack.seal"));
        sheet.toSign(words.say("publicsecurity.pack.receipt"));
    }

    private String enclosed(Optional<Step> transfer) {
        List<PackPart> parts = transfer.map(Step::parts).orElse(List.of(PackPart.values()));
        return parts.stream()
                .map(part -> words.say(part.messageKey()))
                .collect(Collectors.joining(words.say("shell.list")));
    }

    private void findings() throws IOException {
        Report report = report();
        sheet.turn();
        sheet.heading(words.say("publicsecurity.pack.report"));
        sheet.fact(words.say("publicsecurity.page.reportedOn"), words.day(report.reportedOn()));
        sheet.fact(
                words.say("publicsecurity.page.officers"),
                report.firstOfficer() + words.say("shell.list") + report.secondOfficer());
        sheet.fact(
                words.say("publicsecurity.page.verdict"),
                words.say(pack.assessment().verdict().messageKey())
                        + (pack.assessment().isVerified()
                                ? ""
                                : " " + words.say("publicsecurity.page.rests-unverified")));
        if (report.crime().suspicion() != null) {
            sheet.fact(
                    words.say("publicsecurity.page.suspicion"), report.crime().suspicion());
        }
        sheet.fact(words.say("publicsecurity.page.facts"), report.facts());
        for (String listing : pack.listings()) {
            sheet.fact(words.say("publicsecurity.pack.listing"), listing);
        }
        for (OffenceResult offence : pack.assessment().offences()) {
            if (!offence.compared().isEmpty()) {
                thresholds(offence);
            }
        }
    }

    private void thresholds(OffenceResult offence) throws IOException {
        String basis = isChinese()
                ? offence.rule().basis().chinese()
                : offence.rule().basis().english();
        sheet.note(words.say(offence.offence().messageKey()) + " · " + basis);
        String comma = words.say("shell.comma");
        List<List<String>> rows = new ArrayList<>();
        for (Compared one : offence.compared()) {
            rows.add(List.of(
                    words.say(one.threshold().measure().messageKey())
                            + comma
                            + words.say(one.threshold().circumstance().messageKey())
                            + comma
                            + words.say(one.threshold().tier().messageKey()),
                    figure(one, one.counted()),
                    figure(one, one.threshold().amount())
                            + (one.threshold().verified() ? "" : " " + words.say("publicsecurity.page.unverified")),
                    words.say(one.reached() ? "publicsecurity.page.yes" : "publicsecurity.page.no")));
        }
        sheet.table(
                List.of(
                        Column.text(words.say("publicsecurity.page.measure"), 4.4f),
                        Column.figures(words.say("publicsecurity.page.counted"), 2),
                        Column.figures(words.say("publicsecurity.page.threshold"), 2.8f),
                        Column.text(words.say("publicsecurity.page.reached"), 1.4f)),
                rows);
    }

    private String figure(Compared one, BigDecimal figure) {
        return one.threshold().measure().isMoney() ? words.money(figure) : words.number(figure);
    }

    private void articles() throws IOException {
        sheet.heading(words.say("publicsecurity.pack.articles"));
        List<List<String>> rows = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Act act : report().crime().acts()) {
            for (GoodsLot lot : act.goods()) {
                rows.add(article(act, lot));
                sum = sum.add(lot.value());
            }
        }
        sheet.table(
                List.of(
                        Column.text(words.say("publicsecurity.page.conduct"), 3),
                        Column.text(words.say("publicsecurity.pack.goods"), 3),
                        Column.figures(words.say("publicsecurity.page.quantity"), 1.6f),
                        Column.figures(words.say("publicsecurity.pack.unit-price"), 2.2f),
                        Column.figures(words.say("publicsecurity.page.value"), 2.4f),
                        Column.text(words.say("publicsecurity.page.pricing"), 3)),
                rows);
        sheet.fact(words.say("publicsecurity.pack.sum"), words.money(sum));
        for (ReferralFile.Taken taken : pack.referral().steps()) {
            Step step = taken.step();
            if (step.answer() == Answer.HANDED_OVER || step.answer() == Answer.SIGNED) {
                sheet.fact(
                        words.say(step.answer().messageKey()),
                        words.say(
                                "publicsecurity.pack.hand-over",
                                words.day(step.on()),
                                step.documentNo(),
                                step.person(),
                                step.secondPerson()));
            }
        }
    }

    private List<String> article(Act act, GoodsLot lot) {
        String pricing = words.say(lot.pricing().messageKey());
        return List.of(
                words.day(act.from()) + " – " + words.day(act.to()),
                joined(
                        words.text(pack.file().goods()),
                        words.say(lot.sold() ? "publicsecurity.page.sold" : "publicsecurity.page.unsold")),
                words.number(lot.quantity()),
                words.money(lot.unitPrice()),
                words.money(lot.value()),
                lot.noOtherPrice() == null ? pricing : pricing + ": " + lot.noOtherPrice());
    }

    private void appraisals() throws IOException {
        sheet.heading(words.say("publicsecurity.pack.appraisals"));
        sheet.paragraph(words.say("publicsecurity.pack.appraisals.where"));
    }

    private void others() throws IOException {
        sheet.heading(words.say("publicsecurity.pack.others"));
        evidence();
        statements();
        steps();
    }

    private void evidence() throws IOException {
        sheet.paragraph(
                words.say("publicsecurity.pack.evidence", pack.evidence().size()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < pack.evidence().size(); i++) {
            EvidenceFile one = pack.evidence().get(i);
            rows.add(List.of(
                    PackContents.nameInArchive(i, one),
                    one.name() + (one.note() == null ? "" : "\n" + one.note()),
                    words.number(BigDecimal.valueOf(one.bytes())),
                    words.time(one.receivedAt()) + "\n" + one.receivedByName(),
                    one.sha256()));
        }
        if (!rows.isEmpty()) {
            sheet.table(
                    List.of(
                            Column.text(words.say("publicsecurity.pack.file"), 2.7f),
                            Column.text(words.say("publicsecurity.pack.shows"), 3.4f),
                            Column.figures(words.say("publicsecurity.pack.bytes"), 1.7f),
                            Column.text(words.say("publicsecurity.pack.received"), 3.2f),
                            Column.text("SHA-256", 4)),
                    rows);
        }
    }

    private void statements() throws IOException {
        sheet.paragraph(words.say("publicsecurity.pack.statements"));
        List<List<String>> rows = pack.statements().stream()
                .map(one -> List.of(
                        one.receiptNo(),
                        words.day(one.receivedOn()),
                        one.by() == null ? words.say("publicsecurity.pack.secret") : one.by(),
                        words.text(one.says())))
                .toList();
        sheet.table(
                List.of(
                        Column.text(words.say("publicsecurity.pack.receipt-no"), 2.6f),
                        Column.text(words.say("publicsecurity.page.on"), 2),
                        Column.text(words.say("publicsecurity.pack.by"), 2.4f),
                        Column.text(words.say("publicsecurity.pack.says"), 6)),
                rows);
    }

    private void steps() throws IOException {
        if (pack.referral().steps().isEmpty()) {
            return;
        }
        sheet.paragraph(words.say("publicsecurity.page.steps"));
        List<List<String>> rows = pack.referral().steps().stream()
                .map(taken -> List.of(
                        words.day(taken.step().on()),
                        words.place(taken.jurisdiction()),
                        words.say(taken.step().answer().messageKey()),
                        words.text(taken.step().documentNo()),
                        words.text(joined(
                                taken.step().reason(),
                                "\n",
                                joined(taken.step().person(), taken.step().secondPerson())))))
                .toList();
        sheet.table(
                List.of(
                        Column.text(words.say("publicsecurity.page.on"), 2.4f),
                        Column.text(words.say("publicsecurity.page.by"), 2.8f),
                        Column.text(words.say("publicsecurity.page.answer"), 2.4f),
                        Column.text(words.say("publicsecurity.page.document"), 2.6f),
                        Column.text(words.say("publicsecurity.page.why"), 4)),
                rows);
    }

    private Report report() {
        return pack.referral().report().report();
    }

    private Optional<Step> taken(Answer answer) {
        return pack.referral().steps().stream()
                .map(ReferralFile.Taken::step)
                .filter(step -> step.answer() == answer)
                .findFirst();
    }

    private boolean isChinese() {
        return language.getLanguage().equals("zh");
    }

    private String joined(String one, String other) {
        return joined(one, words.say("shell.comma"), other);
    }

    /** Both texts, or the one there is, or null. */
    private static String joined(String one, String between, String other) {
        if (one == null || one.isBlank()) {
            return other;
        }
        return other == null || other.isBlank() ? one : one + between + other;
    }
}
