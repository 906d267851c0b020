package org.qingwang.commerce;

import static org.qingwang.commerce.Investigations.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code commerce_service}, {@code commerce_payment} and {@code commerce_publication}. */
@Repository
class InvestigationExecutions {

    private final JdbcClient jdbc;

    InvestigationExecutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addService(long id, ServiceRecord service, Instant at, String by) {
        jdbc.sql("""
                        insert into commerce_service
                            (investigation_id, recorded_at, recorded_by, method, served_on, received_by, note)
                        values (:id, :at, :by, :method, :servedOn, :receivedBy, :note)""")
                .param("id", id)
                .param("at", utc(at))
                .param("by", by)
                .param("method", service.method().name())
                .param("servedOn", service.servedOn())
                .param("receivedBy", service.receivedBy())
                .param("note", service.note())
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
                        insert into commerce_publication
                            (investigation_id, recorded_at, recorded_by, channel, address, published_on)
                        values (:id, :at, :by, :channel, :address, :publishedOn)""")
                .param("id", id)
                .param("at", utc(at))
                .param("by", by)
                .param("channel", publication.channel().name())
                .param("address", publication.address())
                .param("publishedOn", publication.publishedOn())
                .update();
    }

    Optional<ServiceRecord> service(long id) {
        return jdbc.sql("select * from commerce_service where investigation_id = :id")
                .param("id", id)
                .query((row, number) -> new ServiceRecord(
                        ServiceMethod.valueOf(row.getString("method")),
                        row.getObject("served_on", LocalDate.class),
                        row.getString("received_by"),
                        row.getString("note")))
                .optional();
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
                        row.getObject("published_on", LocalDate.class)))
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
