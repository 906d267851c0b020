package org.qingwang.commerce;

import static org.qingwang.commerce.Investigations.utc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code commerce_annulment}; read together with the decision it belongs to. */
@Repository
class Annulments {

    private final JdbcClient jdbc;

    Annulments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not begun before */
    boolean begin(long id, Instant at, String by) {
        return jdbc.sql("insert into commerce_annulment (investigation_id, begun_at, begun_by) values (:id, :at, :by)"
                                + " on conflict do nothing")
                        .param("id", id)
                        .param("at", utc(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** It was begun by mistake. */
    void forget(long id) {
        jdbc.sql("delete from commerce_annulment where investigation_id = :id and result is null")
                .param("id", id)
                .update();
    }

    void record(long id, Annulment annulment, String by) {
        jdbc.sql("""
                        update commerce_annulment
                        set result = :result, ground = :ground, document_no = :documentNo, effective_on = :effectiveOn,
                            new_fine = :newFine, new_gains = :newGains, new_quantity = :newQuantity, new_value = :newValue,
                            decide_anew = :decideAnew, reason = :reason, recorded_by = :by
                        where investigation_id = :id""")
                .param("result", annulment.result().name())
                .param("ground", annulment.ground().name())
                .param("documentNo", annulment.documentNo())
                .param("effectiveOn", annulment.effectiveOn())
                .param("newFine", annulment.newFine(), Types.NUMERIC)
                .param("newGains", annulment.newGains(), Types.NUMERIC)
                .param("newQuantity", annulment.newQuantity(), Types.NUMERIC)
                .param("newValue", annulment.newValue(), Types.NUMERIC)
                .param("decideAnew", annulment.decideAnew())
                .param("reason", annulment.reason())
                .param("by", by)
                .param("id", id)
                .update();
    }

    void setCarriedOut(long id, Instant at) {
        jdbc.sql("update commerce_annulment set carried_out_at = :at where investigation_id = :id")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    void setWithdrawn(long id, Withdrawal withdrawal) {
        jdbc.sql(
                        "update commerce_annulment set withdrawn_on = :on, withdrawal_note = :note where investigation_id = :id")
                .param("on", withdrawal.withdrawnOn())
                .param("note", withdrawal.note(), Types.VARCHAR)
                .param("id", id)
                .update();
    }

    void setRefunded(long id, Refund refund) {
        jdbc.sql("update commerce_annulment set refunded = :amount, refunded_on = :on, refund_receipt = :receipt"
                        + " where investigation_id = :id")
                .param("amount", refund.amount())
                .param("on", refund.refundedOn())
                .param("receipt", refund.receiptNo())
                .param("id", id)
                .update();
    }

    void setGoodsBack(long id, GoodsBack goods) {
        jdbc.sql("""
                        update commerce_annulment
                        set goods_quantity = :quantity, goods_returned_on = :on, goods_received_by = :by,
                            goods_value = :value, goods_receipt = :receipt, goods_note = :note
                        where investigation_id = :id""")
                .param("quantity", goods.quantity())
                .param("on", goods.returnedOn())
                .param("by", goods.receivedBy())
                .param("value", goods.valuePaid(), Types.NUMERIC)
                .param("receipt", goods.receiptNo(), Types.VARCHAR)
                .param("note", goods.note(), Types.VARCHAR)
                .param("id", id)
                .update();
    }

    /** @return what stands in a row of decisions with their annulment; null if there is none */
    static AnnulmentFile file(ResultSet row) throws SQLException {
        if (row.getObject("begun_at") == null) {
            return null;
        }
        return new AnnulmentFile(
                row.getString("result") == null ? null : annulment(row),
                row.getObject("carried_out_at") != null,
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("withdrawal_note"),
                row.getBigDecimal("refunded"),
                row.getObject("refunded_on", LocalDate.class),
                row.getString("refund_receipt"),
                row.getObject("goods_returned_on") == null ? null : goodsBack(row));
    }

    private static GoodsBack goodsBack(ResultSet row) throws SQLException {
        return new GoodsBack(
                row.getBigDecimal("goods_quantity"),
                row.getObject("goods_returned_on", LocalDate.class),
                row.getString("goods_received_by"),
                row.getBigDecimal("goods_value"),
                row.getString("goods_receipt"),
                row.getString("goods_note"));
    }

    private static Annulment annulment(ResultSet row) throws SQLException {
        BigDecimal newFine = row.getBigDecimal("new_fine");
        return new Annulment(
                AnnulmentResult.valueOf(row.getString("result")),
                Annulment.Ground.valueOf(row.getString("ground")),
                row.getString("document_no"),
                row.getObject("effective_on", LocalDate.class),
                newFine,
                row.getBigDecimal("new_gains"),
                row.getBigDecimal("new_quantity"),
                row.getBigDecimal("new_value"),
                row.getBoolean("decide_anew"),
                row.getString("annulment_reason"));
    }
}
