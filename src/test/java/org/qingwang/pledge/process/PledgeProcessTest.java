package org.qingwang.pledge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.mail.Mail;
import org.qingwang.pledge.Answer;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.Pledge;
import org.qingwang.pledge.Pledge.Ending;
import org.qingwang.pledge.Pledge.Stage;
import org.qingwang.pledge.PledgeLinkClosed;
import org.qingwang.pledge.PledgeLinkService;
import org.qingwang.pledge.PledgeService;
import org.qingwang.pledge.SignatureGiven;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, a firm is bound by what it never read, or is free of what it signed. */
@QingwangTest
class PledgeProcessTest {

    /** A Monday. */
    private static final LocalDate START = LocalDate.of(2026, 11, 2);

    @Autowired
    Pledger pledger;

    @Autowired
    PledgeService pledges;

    @Autowired
    PledgeLinkService links;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void standOnADay() {
        at(START);
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void aPledgeGoesFromTheMailToThePublicRegister() {
        String pledgeNo = pledger.signed();
        Pledge signed = pledger.pledge(pledgeNo);
        assertThat(signed.stage()).isEqualTo(Stage.SIGNED);
        assertThat(signed.signature().address()).isEqualTo("192.0.2.7");
        assertThat(signed.signature().shown())
                .contains("1. Genuine goods", "Declined: We need five days", "Measured by a test by the authority");
        assertThat(pledges.findPublic(pledgeNo)).isEmpty();
        assertThat(pledger.task(pledgeNo, "Task_Countersign").getDueDate().toInstant())
                .as("5 working days: Tue 3 - Fri 6, Mon 9")
                .isEqualTo(WorkingCalendar.endOf(LocalDate.of(2026, 11, 9)));

        pledger.inForce(pledgeNo);

        Pledge inForce = pledges.findPublic(pledgeNo).orElseThrow().pledge();
        assertThat(inForce.inForceUntil()).isEqualTo("2028-11-02");
        assertThat(pledges.verify(inForce.code().toLowerCase(Locale.ROOT).replace("-", " "))
                        .orElseThrow()
                        .pledge()
                        .pledgeNo())
                .isEqualTo(pledgeNo);
        assertThat(PledgeService.isUnchanged(inForce)).isTrue();
        assertThat(pledger.mailKinds(pledgeNo)).containsExactly("invitation", "published");
        assertThat(pledges.published(inForce.firm().value(), null)).hasSize(1);
    }

    @Test
    void aFirmIsWrittenToOnceHoweverOftenTheJobRuns() {
        CreditCode firm = pledger.firm();
        String pledgeNo = pledger.invited(firm);
        String token = pledger.token(pledgeNo);
        pledges.sendInvitation(pledgeNo);
        assertThat(pledger.invited(firm)).isEqualTo(pledgeNo);
        assertThat(pledger.mailKinds(pledgeNo)).containsExactly("invitation");
        assertThat(links.opened(token).sheet().pledge().pledgeNo()).isEqualTo(pledgeNo);
    }

    @Test
    void whatIsWrongIsToldAndSignedAnewByANewLink() {
        String pledgeNo = pledger.signed();
        String old = pledger.token(pledgeNo);
        pledger.submit(
                pledgeNo,
                "Task_Countersign",
                SignIn.office(),
                Map.of("decision", "RETURN", "note", "The signatory has no authority"));
        assertThat(pledger.pledge(pledgeNo).signature()).isNull();
        assertThat(pledger.mails(pledgeNo).get(1).body()).contains("The signatory has no authority");
        assertThatThrownBy(() -> links.opened(old)).isInstanceOf(PledgeLinkClosed.class);
        pledges.tellSentBack(pledgeNo);
        assertThat(pledger.mailKinds(pledgeNo)).containsExactly("invitation", "sent-back");
        pledger.inForce(pledger.signed(pledgeNo));
        assertThat(pledger.pledge(pledgeNo).stage()).isEqualTo(Stage.IN_FORCE);
    }

    /** 30 days from Monday 2 November: Wednesday 2 December. Reminders after 10 and 20 days. */
    @Test
    void aFirmThatKeepsSilentIsRemindedTwiceAndThenLeftAlone() {
        String pledgeNo = pledger.invited();
        at(LocalDate.of(2026, 11, 13));
        pledger.runJobs(pledgeNo);
        pledges.remind(pledgeNo);
        assertThat(pledger.mailKinds(pledgeNo)).containsExactly("invitation", "reminder");
        at(LocalDate.of(2026, 11, 24));
        pledger.runJobs(pledgeNo);
        Mail last = pledger.mails(pledgeNo).get(2);
        assertThat(last.body()).contains("2 Dec 2026");
        at(LocalDate.of(2026, 12, 3));
        pledger.runJobs(pledgeNo);
        pledges.lapse(pledgeNo);
        assertThat(pledger.pledge(pledgeNo).ending()).isEqualTo(Ending.LAPSED);
        assertThat(pledger.instances(pledgeNo)).isEmpty();
        assertThat(pledger.mails(pledgeNo)).hasSize(3);
        refused(() -> links.answer(pledger.token(pledgeNo), Pledger.answers()), "pledge.not-now");
    }

    @Test
    void aFirmMayDeclineTheWholeWithAReason() {
        String pledgeNo = pledger.invited();
        String token = pledger.token(pledgeNo);
        refused(() -> links.decline(token, " "), "pledge.reason-missing");
        links.decline(token, "We sell services only");
        links.decline(token, "We sell services only");
        assertThat(pledger.pledge(pledgeNo).ending()).isEqualTo(Ending.DECLINED);
        assertThat(pledger.instances(pledgeNo)).isEmpty();
        assertThat(pledges.findPublic(pledgeNo)).isEmpty();
    }

    @Test
    void nothingIsSignedThatWasNotShown() {
        String pledgeNo = pledger.invited();
        String token = pledger.token(pledgeNo);
        refused(() -> links.answer(token, List.of(new Answer(1, true, null))), "pledge.answer.missing");
        refused(() -> links.answer(token, declined("")), "pledge.answer.reason");
        refused(() -> links.answer(token, declined("No")), "pledge.answer.nothing-accepted");
        links.answer(token, Pledger.answers());
        SignatureGiven given = pledger.signature(pledgeNo);
        refused(() -> links.sign(token, given, Locale.CHINESE, "192.0.2.7"), "pledge.sign.changed");
        links.answer(
                token,
                IntStream.rangeClosed(1, 7)
                        .mapToObj(number -> new Answer(number, true, null))
                        .toList());
        refused(() -> links.sign(token, given, Locale.ENGLISH, "192.0.2.7"), "pledge.sign.changed");
        refused(() -> SignatureGiven.of("x", "Zhou", "Director", false), "pledge.sign.authority");
        refused(() -> SignatureGiven.of("x", " ", "Director", true), "pledge.sign.name");
        refused(() -> SignatureGiven.of("x", "Zhou", "", true), "pledge.sign.role");
        assertThat(pledger.pledge(pledgeNo).stage()).isEqualTo(Stage.INVITED);
    }

    @Test
    void signingTwiceSignsOnce() {
        String pledgeNo = pledger.invited();
        String token = pledger.token(pledgeNo);
        links.answer(token, Pledger.answers());
        SignatureGiven given = pledger.signature(pledgeNo);
        links.sign(token, given, Locale.ENGLISH, "192.0.2.7");
        links.sign(token, given, Locale.ENGLISH, "192.0.2.8");
        assertThat(pledger.pledge(pledgeNo).signature().address()).isEqualTo("192.0.2.7");
        assertThat(pledger.open(pledgeNo)).containsExactly("Task_Countersign");
    }

    @Test
    void theOfficeWithdrawsAndAFirmTakesItsPledgeBack() {
        String withdrawn = pledger.inForce();
        withdraw(withdrawn);
        withdraw(withdrawn);
        assertThat(pledger.pledge(withdrawn).ending()).isEqualTo(Ending.WITHDRAWN);
        assertThat(pledges.findPublic(withdrawn)).isPresent();
        assertThat(pledger.mailKinds(withdrawn)).containsExactly("invitation", "published", "withdrawn");
        String unsigned = pledger.invited();
        withdraw(unsigned);
        assertThat(pledger.instances(unsigned)).isEmpty();

        String givenUp = pledger.inForce();
        String token = pledger.token(givenUp);
        links.giveUp(token, "We close the shop");
        links.giveUp(token, "We close the shop");
        assertThat(pledger.pledge(givenUp).ending()).isEqualTo(Ending.GIVEN_UP);
        assertThat(pledger.instances(givenUp)).isEmpty();
    }

    @Test
    void aMerchantSignsUnderThePledgeOfItsPlatformAlone() {
        CreditCode platform = pledger.firm();
        String parent = pledger.invited(platform);
        CreditCode merchant = pledger.merchantOf(platform);
        refused(() -> pledger.order(List.of(merchant), parent), "pledge.invite.parent");
        pledger.inForce(pledger.signed(parent));
        refused(() -> pledger.order(List.of(pledger.firm()), parent), "pledge.invite.not-merchant");

        String second = pledger.inForce(pledger.signed(pledger.invited(merchant, parent)));

        assertThat(pledges.under(parent))
                .extracting(line -> line.pledge().pledgeNo())
                .containsExactly(second);
        assertThat(pledger.pledge(second).signature().shown()).contains(parent);
    }

    @Test
    void aFirmNamesAnotherSignatoryAndGetsANewLinkAtItsRegisteredAddressOnly() {
        String pledgeNo = pledger.inForce();
        String token = pledger.token(pledgeNo);
        links.name(token, "Wang Fang", "Managing director");
        links.name(token, "Wang Fang", "Managing director");
        Pledge named = pledger.pledge(pledgeNo);
        assertThat(named.representative()).isEqualTo("Wang Fang, Managing director");
        assertThat(named.signature().name()).isEqualTo("Zhou Min");

        pledges.requestLink(named.firm().value());
        pledges.requestLink(named.firm().value());
        pledges.requestLink("no code");

        assertThat(pledger.mailKinds(pledgeNo)).containsExactly("invitation", "published", "new-link");
        assertThat(pledger.mails(pledgeNo).get(2).recipient()).isEqualTo("zhou@leaf.example");
        assertThatThrownBy(() -> links.opened(token)).isInstanceOf(PledgeLinkClosed.class);
        String newest = pledger.token(pledgeNo);
        assertThat(links.opened(newest).sheet().pledge().pledgeNo()).isEqualTo(pledgeNo);
        at(START.plusDays(31));
        assertThatThrownBy(() -> links.opened(newest)).isInstanceOf(PledgeLinkClosed.class);
    }

    @Test
    void officersOfAnotherProvinceAndOfOtherAgenciesHaveNoPartInIt() {
        String pledgeNo = pledger.signed();
        for (var stranger : List.of(SignIn.head("commerce-440000"), SignIn.officer("customs-330000"))) {
            assertThat(SignIn.as(identity, stranger, () -> pledges.find(pledgeNo)))
                    .isEmpty();
            assertThatThrownBy(() -> SignIn.as(identity, stranger, () -> {
                        pledges.sendNewLink(pledgeNo);
                        return null;
                    }))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> pledger.submit(
                        pledgeNo, "Task_Countersign", SignIn.head(Pledger.AGENCY), Map.of("decision", "ACCEPT")))
                .isNotNull();
        assertThatThrownBy(() -> SignIn.as(identity, SignIn.head(Pledger.AGENCY), () -> {
                    pledges.withdraw(pledgeNo, "Ours");
                    return null;
                }))
                .isInstanceOf(NotAllowed.class);
        assertThat(pledger.pledge(pledgeNo).stage()).isEqualTo(Stage.SIGNED);
    }

    private void withdraw(String pledgeNo) {
        pledger.asOffice(() -> {
            pledges.withdraw(pledgeNo, "Counterfeits were sold again");
            return null;
        });
    }

    private static List<Answer> declined(String reason) {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(number -> new Answer(number, false, reason))
                .toList();
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BadInput.class, input -> assertThat(input.messageKey()).isEqualTo(key));
    }

    private static void at(LocalDate day) {
        ClockUtil.setCurrentTime(Date.from(
                day.atTime(LocalTime.NOON).atZone(WorkingCalendar.ZONE).toInstant()));
    }
}
