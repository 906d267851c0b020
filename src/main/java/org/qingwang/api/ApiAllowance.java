package org.qingwang.api;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Limits requests by key, and by address where there is none; what is left is in the database, the same for all nodes. */
@Component
@EnableConfigurationProperties(ApiSettings.class)
public class ApiAllowance {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int CLEANED_AT_ONCE = 1_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> allowances;
    private final BucketConfiguration ofKey;
    private final BucketConfiguration ofStranger;

    ApiAllowance(DataSource database, ApiSettings settings) {
        this.allowances = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("api_allowance")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(WINDOW))
                .build();
        this.ofKey = perMinute(settings.requestsPerMinute());
        this.ofStranger = perMinute(settings.strangersPerMinute());
    }

    /** @return empty if the request may go on, otherwise the seconds to wait */
    public OptionalLong askWithKey(String keyName) {
        return ask("key:" + keyName, ofKey);
    }

    /** @return empty if the request may go on, otherwise the seconds to wait */
    public OptionalLong askFrom(String address) {
        return ask("address:" + address, ofStranger);
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void removeExpired() {
        allowances.removeExpired(CLEANED_AT_ONCE);
    }

    private OptionalLong ask(String id, BucketConfiguration allowance) {
        ConsumptionProbe probe = allowances.getProxy(id, () -> allowance).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }

    private static BucketConfiguration perMinute(long requests) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, WINDOW))
                .build();
    }
}
