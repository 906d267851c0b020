package org.qingwang.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.campaign.process.Campaigning;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** If this fails, every node counts a million cases each half minute, or a supervisor is shown yesterday's count. */
@QingwangTest
class CampaignCounterTest {

    @Autowired
    CampaignCounter counter;

    @Autowired
    CampaignCounts counts;

    @Autowired
    Campaigning campaigning;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void isCountedAnewOnlyWhenItIsOldAndBySomebodyAlone() {
        String campaignNo = campaigning.running(campaigning.plan());
        Awaitility.await().until(() -> counter.count(Duration.ZERO) > 0);
        Instant first = countedAt(campaignNo);

        counter.count(Duration.ofMinutes(1));
        assertThat(countedAt(campaignNo)).as("still good").isEqualTo(first);

        ClockUtil.offset(Duration.ofMinutes(2).toMillis());
        int beside = transactions.execute(transaction -> {
            assertThat(counts.claim()).isTrue();
            return CompletableFuture.supplyAsync(() -> counter.count(Duration.ofMinutes(1)))
                    .join();
        });
        assertThat(beside).as("another node is at it").isZero();
        assertThat(countedAt(campaignNo)).isEqualTo(first);

        assertThat(counter.count(Duration.ofMinutes(1))).isPositive();
        assertThat(countedAt(campaignNo)).isAfter(first);
        assertThat(counter.count(Duration.ofMinutes(1)))
                .as("safe to call twice")
                .isZero();
    }

    private Instant countedAt(String campaignNo) {
        return jdbc.sql("select counted_at from campaign_count where campaign_no = ?")
                .param(campaignNo)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
