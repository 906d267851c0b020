package org.qingwang.casefile;

import static java.sql.Types.VARCHAR;
import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.texts;
import static org.qingwang.casefile.Columns.utc;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code case_event}; the database refuses to change or delete its rows. */
@Repository
class CaseEvents {

    private final JdbcClient jdbc;

    CaseEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Types are named because a null without one makes the driver prepare the statement anew, with every event. */
    void add(String caseNo, String actorId, CaseEvent event) {
        jdbc.sql("""
                        insert into case_event (case_no, at, actor_id, actor_name, jurisdiction, message_key, arguments,
                                                decision, reason, legal_basis)
                        values (:case, :at, :actorId, :actorName, :jurisdiction, :key, :arguments::text[],
                                :decision, :reason, :basis)
                        """)
                .param("case", caseNo)
                .param("at", utc(event.at()))
                .param("actorId", actorId)
                .param("actorName", event.actorName())
                .param("jurisdiction", event.jurisdiction(), VARCHAR)
                .param("key", event.messageKey())
                .param("arguments", event.arguments().toArray(String[]::new))
                .param("decision", event.decision())
                .param("reason", event.reason(), VARCHAR)
                .param("basis", event.legalBasis(), VARCHAR)
                .update();
    }

    List<CaseEvent> of(String caseNo) {
        return jdbc.sql("select * from case_event where case_no = :case order by event_id")
                .param("case", caseNo)
                .query((row, number) -> new CaseEvent(
                        instant(row, "at"),
                        row.getString("actor_name"),
                        row.getString("jurisdiction"),
                        row.getString("message_key"),
                        texts(row, "arguments"),
                        row.getBoolean("decision"),
                        row.getString("reason"),
                        row.getString("legal_basis")))
                .list();
    }
}
