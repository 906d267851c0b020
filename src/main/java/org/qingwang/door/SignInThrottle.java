package org.qingwang.door;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.qingwang.common.Sha256;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Limits tries to sign in by where they come from, never by the account alone: whoever knows an officer's name must not
 * be able to lock the officer out. A source is an address, an address with an account, or a browser known for the
 * account. What is left of each allowance is in the database, the same for all nodes.
 */
@Component
class SignInThrottle {

    /** A person mistypes a few times; then it is a machine. */
    private static final BucketConfiguration ACCOUNT_FROM_ADDRESS = allowance(6, Duration.ofMinutes(15));

    /** A whole office may sit behind one address in the morning. */
    private static final BucketConfiguration ADDRESS = allowance(60, Duration.ofMinutes(15));

    private static final BucketConfiguration KNOWN_DEVICE = allowance(10, Duration.ofMinutes(15));

    private static final int CLEANED_AT_ONCE = 1_000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> allowances;

    SignInThrottle(DataSource database, Clock clock) {
        this.allowances = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("sign_in_allowance")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(clockOf(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** A try that was let through; has to be given back if the password was right. */
    final class Try {
        private final List<BucketProxy> used = new ArrayList<>();

        /** The person is who they say: what was used up by mistyping is forgotten. */
        void succeeded() {
            used.get(0).reset();
            used.stream().skip(1).forEach(address -> address.addTokens(1));
        }
    }

    /**
     * Counts a try.
     *
     * @throws TooManyTries if the source has none left; then the password must not even be looked at
     */
    Try begin(SignInSource source) {
        Try attempt = new Try();
        if (source.knownDevice().isPresent()) {
            consume(attempt, "device " + source.knownDevice().get() + " " + source.userId(), KNOWN_DEVICE);
        } else {
            consume(attempt, "pair " + source.address() + " " + source.userId(), ACCOUNT_FROM_ADDRESS);
            consume(attempt, "address " + source.address(), ADDRESS);
        }
        return attempt;
    }

    @Scheduled(cron = "0 17 * * * *")
    void forgetOldSources() {
        int removed;
        do {
            removed = allowances.removeExpired(CLEANED_AT_ONCE);
        } while (removed == CLEANED_AT_ONCE);
    }

    private void consume(Try attempt, String source, BucketConfiguration configuration) {
        BucketProxy bucket = allowances.builder().build(Sha256.hex(source), () -> configuration);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyTries(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        attempt.used.add(bucket);
    }

    /** All tries at once, coming back one by one over the time. */
    private static BucketConfiguration allowance(int tries, Duration time) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, time))
                .build();
    }

    private static TimeMeter clockOf(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
