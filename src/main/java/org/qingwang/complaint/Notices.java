package org.qingwang.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code complaint_notice}. */
@Repository
class Notices {

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds notices with one statement. One that is there already stays as it is.
     *
     * @return what was told only now to somebody who may have a mail address; of receipts only those nobody holds in
     *     hand: whoever sent a list or uses the API got them in the answer
     */
    List<Told> add(List<Notice> notices) {
        return jdbc.sql("""
                        with told as (
                            insert into complaint_notice (receipt_no, event, about, told_at, text_en, text_zh)
                            select * from unnest(:receiptNos, :events, :abouts,
                                cast(:toldAt as timestamptz[]), :textsEn, :textsZh)
                            on conflict do nothing
                            returning receipt_no, event, about, told_at, text_en, text_zh)
                        select told.*, complaint.contact from told join complaint using (receipt_no)
                        where contact like '%@%' and (event <> 'RECEIVED' or channel not in ('BULK', 'API'))
                        """)
                .param("receiptNos", notices.stream().map(Notice::receiptNo).toArray(String[]::new))
                .param(
                        "events",
                        notices.stream().map(notice -> notice.event().name()).toArray(String[]::new))
                .param("abouts", notices.stream().map(Notice::about).toArray(String[]::new))
                .param(
                        "toldAt",
                        notices.stream()
                                .map(notice -> notice.toldAt().toString())
                                .toArray(String[]::new))
                .param("textsEn", notices.stream().map(Notice::textEn).toArray(String[]::new))
                .param("textsZh", notices.stream().map(Notice::textZh).toArray(String[]::new))
                .query((row, number) -> new Told(notice(row), row.getString("contact")))
                .list();
    }

    /** A notice, and what the complainant wrote of how to be reached. */
    record Told(Notice notice, String contact) {}

    /** First told first. */
    List<Notice> of(String receiptNo) {
        return jdbc.sql("select * from complaint_notice where receipt_no = :receiptNo order by notice_no")
                .param("receiptNo", receiptNo)
                .query((row, number) -> notice(row))
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getString("receipt_no"),
                Notice.Event.valueOf(row.getString("event")),
                row.getString("about"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getString("text_en"),
                row.getString("text_zh"));
    }
}
