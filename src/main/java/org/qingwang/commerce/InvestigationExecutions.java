package org.qingwang.commerce;

import static org.qingwang.commerce.Investigations.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code commerce_service}, {@code _payment}, {@code _deferral} and {@code _publication}. */
@Repository
class InvestigationExecutions {

    private final JdbcClient jdbc;

    InvestigationExecutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addService(long id, Served served, Instant at, String by) {
        ServiceRecord service = served.record();
        jdbc.sql("""
                        insert into commerce_service (investigation_id, recorded_at, recorded_by,
                            method, served_on, noticed_on, received_by, consent, note, pay_by)
                        values (:id, :at, :by,
                            :method, :servedOn, :noticedOn, :receivedBy, :consent, :note, :payBy)""")
                .param("id", id)
                .param("at", utc(at))
                .param("by", by)
                .param("method", service.method().name())
                .param("servedOn", service.servedOn(), Types.DATE)
                .param("noticedOn", service.noticedOn(), Types.DATE)
                .param("receivedBy", service.receivedBy())
                .param("consent", service.consent(), Types.VARCHAR)
                .param("note", service.note(), Types.VARCHAR)
                .param("payBy", served.payBy(), Types.DATE)
                .update();
    }

    /** A public notice has stood its time. */
    void countAsServed(long id, LocalDate servedOn, LocalDate payBy) {
        jdbc.sql("update commerce_service set served_on = :servedOn, pay_by = :payBy where investigation_id = :id")
                .param("servedOn", servedOn)
                .param("payBy", payBy, Types.DATE)
                .param("id", id)
                .update();
    }

    void setPayBy(long id, LocalDate payBy) {
        jdbc.sql("update commerce_service set pay_by = :payBy where investigation_id = :id")
                .param("payBy", payBy)
                .param("id", id)
                .update();
    }

    void addPayment(long id, Payment payment, Instant at, String by) {
        jdbc.sql("""
                        insert into commerce_payment
                            (investigation_id, recorded_at, recorded_by, amount, paid_on, receipt_no, remainder, note)
                        values (:id, :at, :by, :amount, :paidOn, :receiptNo, :remainder, :note)""")
                .param("id", id)
                .param("at", utc(at))
                .param("by", by)
                .param("amount", payment.amount())
                .param("paidOn", payment.paidOn())
                .param("receiptNo", payment.receiptNo())
                .param(
                        "remainder",
                        payment.remainder() == null ? null : payment.remainder().name())
                .param("note", payment.note())
                .update();
    }

    void addPublication(long id, Publication publication, Instant at, String by) {
        jdbc.sql("""
                        insert into commerce_publication (investigation_id, recorded_at, recorded_by,
                            channel, address, published_on, region, light, left_out)
                        values (:id, :at, :by, :channel, :address, :publishedOn, :region, :light, :leftOut)""")
                .param("id", id)
                .param("at", utc(at))
                .param("by", by)
                .param("channel", publication.channel().name())
                .param("address", publication.address(), Types.VARCHAR)
                .param("publishedOn", publication.publishedOn())
                .param("region", publication.region(), Types.VARCHAR)
                .param("light", publication.light())
                .param("leftOut", publication.leftOut(), Types.VARCHAR)
                .update();
    }

    void setElsewhere(long id, PublishedElsewhere published) {
        jdbc.sql("update commerce_publication set elsewhere_on = :on, elsewhere_address = :address"
                        + " where investigation_id = :id")
                .param("on", published.publishedOn())
                .param("address", published.address())
                .param("id", id)
                .update();
    }

    /** @return where another province published what was pushed to it; empty before */
    Optional<PublishedElsewhere> elsewhere(long id) {
        return jdbc.sql("select elsewhere_address, elsewhere_on from commerce_publication"
                        + " where investigation_id = :id and elsewhere_on is not null")
                .param("id", id)
                .query((row, number) -> new PublishedElsewhere(
                        row.getString("elsewhere_address"), row.getObject("elsewhere_on", LocalDate.class)))
                .optional();
    }

    Optional<Served> service(long id) {
        return jdbc.sql("select * from commerce_service where investigation_id = :id")
                .param("id", id)
                .query((row, number) -> new Served(
                        new ServiceRecord(
                                ServiceMethod.valueOf(row.getString("method")),
                                row.getObject("served_on", LocalDate.class),
                                row.getObject("noticed_on", LocalDate.class),
                                row.getString("received_by"),
                                row.getString("consent"),
                                row.getString("note")),
                        row.getObject("pay_by", LocalDate.class)))
                .optional();
    }

    /** Whether the newest payment asks for time and the head has not answered yet. */
    boolean isDeferralAsked(long id) {
        return jdbc.sql("""
                        select remainder = 'INSTALMENTS'
                           and not exists (select from commerce_deferral d where d.payment_id = p.id)
                        from commerce_payment p where investigation_id = :id and remainder is not null
                        order by id desc limit 1""").param("id", id).query(Boolean.class).optional().orElse(false);
    }

    /** The answer to the newest application. */
    void addDeferral(long id, DeferralDecision decision, Instant at, String by) {
        jdbc.sql("""
                        insert into commerce_deferral
                        select max(id), :at, :by, :decision, :until, :plan, :reason
                        from commerce_payment where investigation_id = :id and remainder = 'INSTALMENTS'""")
                .param("id", id)
                .param("at", utc(at))
                .param("by", by)
                .param("decision", decision.decision().name())
                .param("until", decision.until(), Types.DATE)
                .param("plan", decision.plan(), Types.VARCHAR)
                .param("reason", decision.reason())
                .update();
    }

    /** Answers to the party's applications, the first given first. */
    List<DeferralDecision> deferrals(long id) {
        return jdbc.sql("""
                        select d.* from commerce_deferral d join commerce_payment p on p.id = d.payment_id
                        where p.investigation_id = :id order by d.payment_id""")
                .param("id", id)
                .query((row, number) -> new DeferralDecision(
                        DeferralDecision.Answer.valueOf(row.getString("decision")),
                        row.getObject("until", LocalDate.class),
                        row.getString("plan"),
                        row.getString("reason")))
                .list();
    }

    List<Payment> payments(long id) {
        return jdbc.sql("select * from commerce_payment where investigation_id = :id order by id")
                .param("id", id)
                .query(InvestigationExecutions::payment)
                .list();
    }

    Optional<Publication> publication(long id) {
        return jdbc.sql("select * from commerce_publication where investigation_id = :id")
                .param("id", id)
                .query((row, number) -> new Publication(
                        PublicationChannel.valueOf(row.getString("channel")),
                        row.getString("address"),
                        row.getObject("published_on", LocalDate.class),
                        row.getString("region"),
                        row.getBoolean("light"),
                        true,
                        row.getString("left_out")))
                .optional();
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        String remainder = row.getString("remainder");
        return new Payment(
                row.getBigDecimal("amount"),
                row.getObject("paid_on", LocalDate.class),
                row.getString("receipt_no"),
                remainder == null ? null : Remainder.valueOf(remainder),
                row.getString("note"));
    }
}
