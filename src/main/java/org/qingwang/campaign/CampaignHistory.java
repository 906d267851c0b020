package org.qingwang.campaign;

import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.texts;
import static org.qingwang.casefile.Columns.utc;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code campaign_event}: what happened to a campaign, for its page; the same goes into the audit. */
@Repository
class CampaignHistory {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock time;

    CampaignHistory(JdbcClient jdbc, AuditLog audit, Clock time) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.time = time;
    }

    /**
     * @param what ends the message key {@code campaign.event.…} and the action in the audit
     * @param reason why; null where none is asked
     * @param arguments what the sentence names
     */
    void add(String campaignNo, String what, String reason, Object... arguments) {
        String[] texts = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        jdbc.sql("insert into campaign_event (campaign_no, at, actor_name, message_key, arguments, reason)"
                        + " values (:no, :at, :by, :key, :arguments, :reason)")
                .param("no", campaignNo)
                .param("at", utc(time.instant()))
                .param("by", Actors.current().name())
                .param("key", "campaign.event." + what)
                .param("arguments", texts)
                .param("reason", reason)
                .update();
        AuditEntry entry =
                AuditEntry.of("campaign." + what, "campaign", campaignNo, Map.of("said", Arrays.asList(texts)));
        audit.record(reason == null ? entry : entry.withReason(reason));
    }

    /** @return the newest first */
    List<CampaignEvent> of(String campaignNo) {
        return jdbc.sql("select * from campaign_event where campaign_no = :no order by event_id desc")
                .param("no", campaignNo)
                .query((row, number) -> new CampaignEvent(
                        instant(row, "at"),
                        row.getString("actor_name"),
                        row.getString("message_key"),
                        texts(row, "arguments"),
                        row.getString("reason")))
                .list();
    }
}
