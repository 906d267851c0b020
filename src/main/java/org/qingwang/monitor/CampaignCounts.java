package org.qingwang.monitor;

import static org.qingwang.casefile.Columns.utc;

import java.time.Instant;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code campaign_count}. */
@Repository
class CampaignCounts {

    /** "counts", so that no other lock is meant. */
    private static final long LOCK = 0x636f756e7473L;

    private final JdbcClient jdbc;

    CampaignCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether no other node is counting; none begins before this transaction ends */
    boolean claim() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    /** @return whether it was counted at this moment or later */
    boolean isCountedSince(String campaignNo, Instant moment) {
        return jdbc.sql("select exists (select from campaign_count where campaign_no = ? and counted_at >= ?)")
                .params(campaignNo, utc(moment))
                .query(Boolean.class)
                .single();
    }

    void count(Campaign campaign, Instant now) {
        String sql = "with " + CampaignCases.CASES + """
                insert into campaign_count (campaign_no, cases, closed, counted_at)
                select :campaign, count(*), count(*) filter (where c.status = 'CLOSED'), :now
                from campaign_case c
                on conflict (campaign_no) do update
                set cases = excluded.cases, closed = excluded.closed, counted_at = excluded.counted_at
                """;
        CampaignCases.bound(jdbc.sql(sql), campaign).param("now", utc(now)).update();
    }
}
