package org.qingwang.portal;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.qingwang.common.Sha256;
import org.qingwang.common.SubscriberAddress;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Limits requests to pages that need no account by where they come from; what is left is in the database, the same for
 * all nodes. Links and secrets that do not exist count apart: whoever guesses is shut out long before finding one.
 */
@Component
public class PublicAllowance {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int CLEANED_AT_ONCE = 1_000;
    private static final BucketConfiguration REQUESTS = allowance(300);
    private static final BucketConfiguration GUESSES = allowance(20);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> allowances;

    PublicAllowance(DataSource database) {
        this.allowances = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("public_allowance")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(WINDOW))
                .build();
    }

    /**
     * Counts a request, before anything is looked at.
     *
     * @throws TooOften if its source has to wait
     */
    public void ask(HttpServletRequest request) {
        String source = SubscriberAddress.of(request.getRemoteAddr());
        if (bucket("guess " + source, GUESSES).getAvailableTokens() <= 0) {
            throw new TooOften(WINDOW.toSeconds());
        }
        take("request " + source, REQUESTS).ifPresent(seconds -> {
            throw new TooOften(seconds);
        });
    }

    /** Counts a link or secret that does not exist. */
    public void guessed(HttpServletRequest request) {
        take("guess " + SubscriberAddress.of(request.getRemoteAddr()), GUESSES);
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
