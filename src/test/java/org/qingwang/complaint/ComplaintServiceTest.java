package org.qingwang.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.qingwang.mail.Mail;
import org.qingwang.mail.Mails;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, complaints get lost, doubled or opened to strangers. */
@QingwangTest
class ComplaintServiceTest {

    private static final Jurisdiction ZHEJIANG = Jurisdiction.parse("commerce-330000");
    private static final Jurisdiction GUANGDONG = Jurisdiction.parse("commerce-440000");

    @Autowired
    ComplaintService service;

    @Autowired
    NoticeService notices;

    @Autowired
    Mails mails;

    @Autowired
    RuntimeService engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MessageSource messages;

    @BeforeEach
    void standOnADay() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T01:00:00Z")));
    }

    @AfterEach
    void letTimeGo() {
        ClockUtil.reset();
    }

    @Test
    void keepsWhatWasSaid() {
        NewComplaint said = new SampleComplaint().build();

        Receipt receipt = service.file(said, ZHEJIANG, null);

        Complaint complaint = service.find(receipt.receiptNo()).orElseThrow();
        assertThat(complaint.content())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(said);
        assertThat(complaint.intake()).isEqualTo(ZHEJIANG);
        assertThat(complaint.status()).isEqualTo(ComplaintStatus.RECEIVED);
    }

    @Test
    void beginsItsProcess() {
        Receipt receipt = service.file(new SampleComplaint().build(), ZHEJIANG, null);

        assertThat(engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(receipt.receiptNo(), "complaint")
                        .tenantIdIn("commerce-330000")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void filesOnceHoweverOftenTheSameKeyIsSent() {
        String key = UUID.randomUUID().toString();

        Receipt first = service.file(new SampleComplaint().build(), ZHEJIANG, key);
        Receipt second = service.file(new SampleComplaint().build(), ZHEJIANG, key);

        assertThat(second.receiptNo()).isEqualTo(first.receiptNo());
        assertThat(first.secret()).isPresent();
        assertThat(second.secret()).isEmpty();
        assertThat(engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(first.receiptNo())
                        .count())
                .isEqualTo(1);
    }

    /** A client that lost the answer sends again, perhaps to the other node, while the first request still runs. */
    @Test
    void filesOnceWhenTheSameKeyComesManyTimesAtOnce() {
        String key = UUID.randomUUID().toString();
        NewComplaint complaint = new SampleComplaint().build();

        List<Receipt> receipts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> service.file(complaint, ZHEJIANG, key)))
                .limit(8)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(receipts)
                .extracting(Receipt::receiptNo)
                .containsOnly(receipts.get(0).receiptNo());
        assertThat(receipts).filteredOn(Receipt::isNew).hasSize(1);
    }

    /** Many complainants look at their mail and never at our pages. */
    @Test
    void tellsByMailWhoeverGaveAnAddressOfEachThingOnce() {
        String receiptNo = service.file(
                        new SampleComplaint()
                                .contact("Chen, 0571-88880000 or chen@example.org")
                                .build(),
                        ZHEJIANG,
                        null)
                .receiptNo();
        notices.tell(receiptNo, Notice.Event.DISPUTE_WITHDRAWN, language -> new Object[0]);
        notices.tell(receiptNo, Notice.Event.DISPUTE_WITHDRAWN, language -> new Object[0]);

        assertThat(mails.about("complaint " + receiptNo))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.recipient()).isEqualTo("chen@example.org"))
                .allSatisfy(mail -> assertThat(mail.subject()).contains("Your complaint " + receiptNo, "您的投诉举报"))
                .extracting(Mail::body)
                .satisfiesExactly(
                        received -> assertThat(received)
                                .contains("has been received", "已收到", "/public/complaints")
                                .doesNotContain("{", "??"),
                        withdrawn -> assertThat(withdrawn).contains("You took back", "调解"));
    }

    /** A firm that sends a list of a thousand has its receipts in the answer; a thousand mails would bury it. */
    @Test
    void sendsNoReceiptByMailForWhatCameInBulkButTellsWhatBecameOfIt() {
        String receiptNo = service.file(
                        new SampleComplaint()
                                .channel(Channel.BULK)
                                .contact("legal@example.org")
                                .build(),
                        ZHEJIANG,
                        null)
                .receiptNo();
        assertThat(mails.about("complaint " + receiptNo)).isEmpty();

        notices.tell(receiptNo, Notice.Event.DISPUTE_WITHDRAWN, language -> new Object[0]);
        assertThat(mails.about("complaint " + receiptNo)).hasSize(1);
    }

    @Test
    void sendsNothingWhereNobodyGaveAnAddress() {
        String receiptNo = service.file(
                        new SampleComplaint().contact("weixin: chen@").build(), ZHEJIANG, null)
                .receiptNo();

        assertThat(mails.about("complaint " + receiptNo)).isEmpty();
        assertThat(notices.of(receiptNo)).hasSize(1);
    }

    @Test
    void doesNotMixUpTheKeysOfTwoJurisdictions() {
        String key = UUID.randomUUID().toString();

        Receipt zhejiang = service.file(new SampleComplaint().build(), ZHEJIANG, key);
        Receipt guangdong = service.file(new SampleComplaint().build(), GUANGDONG, key);

        assertThat(guangdong.receiptNo()).isNotEqualTo(zhejiang.receiptNo());
        assertThat(guangdong.isNew()).isTrue();
    }

    @Test
    void filesAListInOrderAndEachKeyOnce() {
        String key = UUID.randomUUID().toString();
        String known = UUID.randomUUID().toString();
        Receipt before = service.file(new SampleComplaint().build(), ZHEJIANG, known);

        List<Receipt> receipts = service.fileAll(List.of(
                new Filing(new SampleComplaint().build(), ZHEJIANG, key),
                new Filing(new SampleComplaint().build(), ZHEJIANG, known),
                new Filing(new SampleComplaint().build(), ZHEJIANG, key),
                new Filing(new SampleComplaint().build(), ZHEJIANG, null)));

        assertThat(receipts).extracting(Receipt::isNew).containsExactly(true, false, false, true);
        assertThat(receipts.get(1).receiptNo()).isEqualTo(before.receiptNo());
        assertThat(receipts.get(2).receiptNo()).isEqualTo(receipts.get(0).receiptNo());
    }

    @Test
    void storesNothingOfAListWithABadComplaint() {
        String key = UUID.randomUUID().toString();

        assertThatThrownBy(() -> service.fileAll(List.of(
                        new Filing(new SampleComplaint().build(), ZHEJIANG, key),
                        new Filing(new SampleComplaint().unitPrice("-1").build(), ZHEJIANG, null))))
                .isInstanceOf(BadInput.class);

        assertThat(jdbc.sql("select count(*) from complaint where idempotency_key = :key")
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void countsAListingOnceHoweverItIsWritten() {
        Receipt receipt = service.file(
                new SampleComplaint()
                        .listings(
                                "https://item.taobao.com/item.htm?id=712345&spm=a1z10.1",
                                " HTTPS://ITEM.TAOBAO.COM/item.htm?id=712345 ")
                        .build(),
                ZHEJIANG,
                null);

        assertThat(service.find(receipt.receiptNo()).orElseThrow().listings()).hasSize(1);
    }

    static Stream<Arguments> whatCannotBeTaken() {
        return Stream.of(
                Arguments.of("receivedOn", new SampleComplaint().receivedOn(LocalDate.of(2026, 11, 24))),
                Arguments.of("receivedOn", new SampleComplaint().receivedOn(LocalDate.of(1999, 12, 31))),
                Arguments.of("receivedOn", new SampleComplaint().receivedOn(null)),
                Arguments.of("unitPrice", new SampleComplaint().unitPrice("-0.01")),
                Arguments.of("unitPrice", new SampleComplaint().unitPrice("1.001")),
                Arguments.of("unitPrice", new SampleComplaint().unitPrice("1e30")),
                Arguments.of("currency", new SampleComplaint().currency("USD")),
                Arguments.of("sellerRegion", new SampleComplaint().sellerRegion("990000")),
                Arguments.of("sellerRegion", new SampleComplaint().sellerRegion("浙江")),
                Arguments.of("sellerName", new SampleComplaint().sellerName("a".repeat(201))),
                Arguments.of("description", new SampleComplaint().description("a\u0000b")),
                Arguments.of("listingUrl", new SampleComplaint().listings("not an address")));
    }

    @ParameterizedTest
    @MethodSource("whatCannotBeTaken")
    void saysInASentenceWhatCannotBeTaken(String field, SampleComplaint complaint) {
        assertThatThrownBy(() -> service.file(complaint.build(), ZHEJIANG, null))
                .isInstanceOfSatisfying(BadInput.class, refused -> {
                    assertThat(refused.field()).isEqualTo(field);
                    assertThat(sentence(refused, Locale.ENGLISH)).endsWith(".").doesNotContain("{");
                    assertThat(sentence(refused, Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
                });
    }

    private String sentence(BadInput refused, Locale language) {
        return messages.getMessage(refused.messageKey(), refused.arguments(), language);
    }

    /** At nine in the evening in London it is tomorrow in China, and a complaint of tomorrow is one of today. */
    @Test
    void countsDaysAsChinaDoes() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T21:00:00Z")));

        Receipt receipt = service.file(
                new SampleComplaint().receivedOn(LocalDate.of(2026, 11, 24)).build(), ZHEJIANG, null);

        assertThat(receipt.receiptNo()).startsWith("TS-20261124-");
    }

    @Test
    void showsProgressOnlyToWhoHoldsTheReceipt() {
        Receipt receipt = service.file(new SampleComplaint().build(), ZHEJIANG, null);
        Receipt other = service.file(new SampleComplaint().build(), ZHEJIANG, null);
        String secret = receipt.secret().orElseThrow();

        assertThat(notices.follow(receipt.receiptNo(), secret)).hasValueSatisfying(progress -> {
            assertThat(progress.status()).isEqualTo(ComplaintStatus.RECEIVED);
            assertThat(progress.notices())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.textEn()).contains(receipt.receiptNo()));
        });
        assertThat(notices.follow(receipt.receiptNo().toLowerCase(Locale.ROOT), secret.toLowerCase(Locale.ROOT)))
                .isPresent();
        assertThat(notices.follow(other.receiptNo(), secret)).isEmpty();
        assertThat(notices.follow("TS-20261123-00000000", secret)).isEmpty();
        assertThat(notices.follow(receipt.receiptNo(), null)).isEmpty();
        assertThat(notices.follow(null, null)).isEmpty();
    }

    @Test
    void keepsNoSecretThatCouldBeRead() {
        Receipt receipt = service.file(new SampleComplaint().build(), ZHEJIANG, null);

        String row = jdbc.sql("select to_jsonb(complaint)::text from complaint where receipt_no = :receiptNo")
                .param("receiptNo", receipt.receiptNo())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(receipt.secret().orElseThrow());
        assertThat(receipt.toString()).doesNotContain(receipt.secret().orElseThrow());
    }
}
