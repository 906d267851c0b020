package org.qingwang.customs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.customs.process.CustomsOfficer.HEAD;
import static org.qingwang.customs.process.CustomsOfficer.with;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.common.BadInput;
import org.qingwang.customs.Recordation;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What contradicts itself, the calendar or the law is refused in words, and nothing of it is kept. */
@QingwangTest
class CustomsFormsTest {

    @Autowired
    CustomsOfficer customs;

    @Autowired
    MessageSource messages;

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "examinedOn,+1,customs.date-in-future",
        "examinedOn,-3,customs.examined-before-declared",
        "secondOfficer,LI LEI 330001,customs.two-officers",
        "currency,USD,customs.value-in-cny",
        "channel,CARGO,customs.cargo-is-not-personal",
        "value,0,customs.no-goods-no-detention",
        "quantity,0,customs.no-goods-no-detention",
        "parallelImport,GENUINE,customs.genuine-goods-do-not-infringe",
        "licence,LICENSED,customs.licensed-goods-do-not-infringe",
        "personalUse,WITHIN,customs.personal-use-is-let-through",
        "recordationNo,,customs.ex-officio-needs-recordation",
        "recordationNo,T1999-1,customs.recordation-unknown",
        "recordationNo,T2014-90004,customs.recordation-not-in-force",
        "recordationNo,T2021-90005,customs.recordation-not-in-force",
        "recordationNo,P2022-90003,customs.recordation-of-another-right",
        "value,-0.01,engine.form.min"
    })
    void anExaminationThatCannotStand(String field, String value, String messageKey) {
        String caseNo = customs.assigned();
        refused(caseNo, "Task_ExamineGoods", with(customs.examination(), field, shifted(value)), messageKey);
    }

    @Test
    void aRecordationWhoseMarkHasEndedStopsNoGoods() {
        Recordation ended = customs.recordationOfAMarkUntil(customs.today().minusDays(1));
        refused(
                customs.assigned(),
                "Task_ExamineGoods",
                with(customs.examination(), "recordationNo", ended.recordationNo()),
                "customs.recordation-ended-with-right");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({"servedOn,+1,customs.date-in-future", "servedOn,-1,customs.served-before-examined"})
    void aNoticeServedOnNoPossibleDay(String field, String value, String messageKey) {
        String caseNo = customs.examined(customs.examination());
        refused(caseNo, "Task_NotifyHolder", with(customs.notice(), field, shifted(value)), messageKey);
    }

    @ParameterizedTest(name = "{0}={1} {2}={3}")
    @CsvSource({
        "answeredOn,+1,note,x,customs.date-in-future",
        "answeredOn,-1,note,x,customs.answered-before-served",
        "securityAmount,29999.99,note,x,customs.security-too-low",
        "securityKind,GUARANTEE,note,x,customs.letter-without-end",
        "securityKind,GUARANTEE,securityUntil,-1,customs.letter-expired",
        "securityKind,GENERAL,securityUntil,+30,customs.letter-unknown"
    })
    void anAnswerWithoutGoodSecurity(String field, String value, String other, String more, String messageKey) {
        String caseNo = customs.notified(customs.examination());
        refused(
                caseNo,
                "Task_RecordAnswer",
                with(customs.answer(), field, shifted(value), other, shifted(more)),
                messageKey);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "detainedOn,+1,customs.date-in-future",
        "detainedOn,-1,customs.detained-too-early",
        "consigneeToldOn,-1,customs.told-before-detained",
        "quantity,0,customs.nothing-detained",
        "quantity,301,customs.more-than-there-was"
    })
    void aDetentionThatCannotBe(String field, String value, String messageKey) {
        String caseNo = customs.notified(customs.examination());
        customs.submit(caseNo, "Task_RecordAnswer", customs.answer());
        refused(caseNo, "Task_DetainGoods", with(customs.detention(), field, shifted(value)), messageKey);
    }

    @Test
    void aDeterminationBeforeTheDetentionAndANoticeBeforeTheDetermination() {
        String caseNo = customs.detained(customs.examination());
        refused(
                caseNo,
                "Task_Determine",
                with(customs.determination("INFRINGING"), "determinedOn", customs.day(-1)),
                "customs.acted-before-detained");
        refused(
                caseNo,
                "Task_Determine",
                with(customs.notDeterminable(), "noticeServedOn", customs.day(-1)),
                "customs.notice-before-act");
        refused(caseNo, "Task_Determine", customs.determination("NOT_DETERMINABLE"), "engine.form.required");
    }

    @Test
    void aCourtRecordThatCannotBe() {
        String caseNo = customs.detainedOnApplication(customs.examination());
        refused(
                caseNo,
                "Task_AwaitCourtApplication",
                with(customs.court("NOTICE"), "happenedOn", customs.day(1)),
                "customs.date-in-future");
        refused(
                caseNo,
                "Task_AwaitCourtApplication",
                with(customs.court("COUNTER_SECURITY"), "counterAmount", "60000", "counterNo", "FDB-1"),
                "customs.counter-security-for-patents-only");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "decidedOn,+1,customs.date-in-future",
        "decidedOn,-1,customs.decided-before-determined",
        "noticeServedOn,-1,customs.notice-before-act",
        "quantity,301,customs.more-than-there-was",
        "quantity,0,customs.nothing-confiscated"
    })
    void aConfiscationThatCannotBe(String field, String value, String messageKey) {
        String caseNo = customs.detained(customs.examination());
        customs.submit(caseNo, "Task_Determine", customs.determination("INFRINGING"));
        assertThatThrownBy(() -> customs.submit(
                        caseNo, "Task_DecideConfiscation", HEAD, with(customs.confiscation(), field, shifted(value))))
                .isInstanceOfSatisfying(BadInput.class, refusal -> assertSaid(refusal, messageKey));
    }

    @Test
    void goodsAreDisposedOfInTheLegalOrderAlone() {
        String export = customs.confiscated(customs.examination());
        Map<String, Object> destruction = customs.destruction();
        refused(
                export,
                "Task_DisposeGoods",
                with(destruction, "welfareUsable", true),
                "customs.disposal-out-of-order.WELFARE");
        refused(
                export,
                "Task_DisposeGoods",
                with(destruction, "holderWilling", true),
                "customs.disposal-out-of-order.HOLDER");
        refused(
                export,
                "Task_DisposeGoods",
                with(destruction, "featuresRemovable", true),
                "customs.disposal-out-of-order.AUCTION");
        refused(
                export,
                "Task_DisposeGoods",
                with(destruction, "method", "AUCTION"),
                "customs.disposal-out-of-order.DESTRUCTION");
        refused(export, "Task_DisposeGoods", with(destruction, "orderReason", null), "customs.disposal-needs-reason");
        refused(export, "Task_DisposeGoods", with(destruction, "quantity", "299"), "customs.not-all-disposed");
        refused(
                export,
                "Task_DisposeGoods",
                with(destruction, "disposedOn", customs.day(-1)),
                "customs.disposed-before-decided");
        Map<String, Object> auction = with(destruction, "featuresRemovable", true, "method", "AUCTION");

        String imported = customs.confiscated(with(customs.examination(), "direction", "IMPORT"));
        refused(imported, "Task_DisposeGoods", auction, "customs.disposal-out-of-order.DESTRUCTION");
        customs.submit(imported, "Task_DisposeGoods", with(auction, "exceptional", true));
        customs.submit(export, "Task_DisposeGoods", auction);
        assertThat(customs.open(export)).containsExactly("Task_SettleCosts");
    }

    @Test
    void costsBelowZeroOrBeforeTheDetentionAreNotSettled() {
        String caseNo = customs.detained(customs.examination());
        customs.submit(caseNo, "Task_Determine", customs.determination("PROOF"));
        refused(caseNo, "Task_SettleCosts", with(customs.costs(), "storage", "-1"), "engine.form.min");
        refused(
                caseNo,
                "Task_SettleCosts",
                with(customs.costs(), "settledOn", customs.day(-1)),
                "customs.acted-before-detained");
    }

    /** {@code +1} is tomorrow, {@code -1} yesterday; everything else is itself. */
    private String shifted(String value) {
        return value != null && value.matches("[+-]\\d+") ? customs.day(Integer.parseInt(value)) : value;
    }

    private void refused(String caseNo, String taskKey, Map<String, Object> form, String messageKey) {
        assertThatThrownBy(() -> customs.submit(caseNo, taskKey, form))
                .isInstanceOfSatisfying(BadInput.class, refusal -> assertSaid(refusal, messageKey));
        assertThat(customs.open(caseNo)).containsExactly(taskKey);
    }

    private void assertSaid(BadInput refusal, String messageKey) {
        assertThat(refusal.messageKey()).isEqualTo(messageKey);
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            assertThat(messages.getMessage(refusal.messageKey(), refusal.arguments(), locale))
                    .doesNotContain("{", "customs.");
        }
    }
}
