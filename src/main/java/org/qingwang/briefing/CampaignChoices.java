package org.qingwang.briefing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code campaign_indicator} and {@code campaign_recipient}: what a campaign counts beside its set, and who reads it. */
@Repository
class CampaignChoices {

    private final JdbcClient jdbc;

    CampaignChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> indicators(String campaignNo) {
        return read("select indicator from campaign_indicator where campaign_no = :no order by indicator", campaignNo);
    }

    List<String> recipients(String campaignNo) {
        return read("select address from campaign_recipient where campaign_no = :no order by address", campaignNo);
    }

    private List<String> read(String statement, String campaignNo) {
        return jdbc.sql(statement).param("no", campaignNo).query(String.class).list();
    }

    void replace(String campaignNo, List<String> indicators, List<String> recipients) {
        replace("campaign_indicator", campaignNo, indicators);
        replace("campaign_recipient", campaignNo, recipients);
    }

    private void replace(String table, String campaignNo, List<String> values) {
        jdbc.sql("delete from " + table + " where campaign_no = :no")
                .param("no", campaignNo)
                .update();
        jdbc.sql("insert into " + table + " select :no, unnest(:values::text[])")
                .param("no", campaignNo)
                .param("values", values.toArray(String[]::new))
                .update();
    }
}
