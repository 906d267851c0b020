package org.qingwang.platform;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.qingwang.common.Sha256;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Limits requests to the public pages of links by where they come from; what is left is in the database, the same for all
 * nodes. Links that do not exist count apart: whoever guesses is shut out long before finding one.
 */
@Component
public class AnswerAllowance {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int CLEANED_AT_ONCE = 1_000;
    private static final BucketConfiguration REQUESTS = allowance(300);
    private static final BucketConfiguration GUESSES = allowance(20);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> allowances;

    AnswerAllowance(DataSource database) {
        this.allowances = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("platform_answer_allowance")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(WINDOW))
                .build();
    }

    /** @return empty if a request from this address may go on, otherwise the seconds to wait */
    public OptionalLong ask(String address) {
        long guesses = bucket("guess " + address, GUESSES).getAvailableTokens();
        return guesses <= 0 ? OptionalLong.of(WINDOW.toSeconds()) : take("request " + address, REQUESTS);
    }

    /** Counts a link that does not exist. */
    public void guessed(String address) {
        take("guess " + address, GUESSES);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void removeExpired() {
        allowances.removeExpired(CLEANED_AT_ONCE);
    }

    private OptionalLong take(String source, BucketConfiguration allowance) {
        ConsumptionProbe probe = bucket(source, allowance).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }

    private BucketProxy bucket(String source, BucketConfiguration allowance) {
        return allowances.getProxy(Sha256.hex(source), () -> allowance);
    }

    private static BucketConfiguration allowance(int requests) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, WINDOW))
                .build();
    }
}
