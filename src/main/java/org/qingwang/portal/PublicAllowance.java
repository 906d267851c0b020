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
import javax.sql.DataSource;
import org.qingwang.common.Sha256;
import org.qingwang.common.SubscriberAddress;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Limits what comes to pages that need no account, by where it comes from and by the personal link it uses; what is left is in
 * the database, the same for all nodes. Links and secrets that do not exist count apart: whoever guesses is shut out long
 * before finding one. {@link PublicGate} asks before each request; a page says only what was a guess.
 */
@Component
public class PublicAllowance {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int CLEANED_AT_ONCE = 1_000;
    private static final long MEGABYTE = 1024L * 1024;
    private static final String ASKED = PublicAllowance.class.getName() + ".asked";
    private static final String GUESSED = PublicAllowance.class.getName() + ".guessed";

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> allowances;
    private final BucketConfiguration requests;
    private final BucketConfiguration sendings;
    private final BucketConfiguration perLink;
    private final BucketConfiguration guesses;
    private final BucketConfiguration megabytes;
    private final int mostMegabytes;

    PublicAllowance(DataSource database, PublicLimits limits) {
        this.allowances = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("public_allowance")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(WINDOW))
                .build();
        this.requests = allowance(limits.requests(), WINDOW);
        this.sendings = allowance(limits.sendings(), WINDOW);
        this.perLink = allowance(limits.perLink(), WINDOW);
        this.guesses = allowance(limits.guesses(), WINDOW);
        this.megabytes = allowance(limits.megabytesPerDay(), DAY);
        this.mostMegabytes = limits.megabytesPerDay();
    }

    /**
     * Counts a request, once, before anything of it is read or looked at.
     *
     * @throws TooOften if its source or its link has to wait
     */
    public void ask(HttpServletRequest request) {
        if (request.getAttribute(ASKED) != null) {
            return;
        }
        request.setAttribute(ASKED, Boolean.TRUE);
        String source = SubscriberAddress.of(request.getRemoteAddr());
        if (bucket("guess " + source, guesses).getAvailableTokens() <= 0) {
            throw new TooOften(WINDOW.toSeconds());
        }
        take("request " + source, requests, 1);
        PublicAddresses.secretOf(request).ifPresent(link -> take("link " + link, perLink, 1));
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            take("sending " + source, sendings, 1);
            takeSize(source, request.getContentLengthLong());
        }
    }

    /** Whoever does not say how much it is counts as if sending all of the day. */
    private void takeSize(String source, long bytes) {
        long size = bytes < 0 ? mostMegabytes : bytes / MEGABYTE;
        if (size > 0) {
            take("megabytes " + source, megabytes, Math.min(size, mostMegabytes));
        }
    }

    /** Counts a link, number or secret that does not exist, once a request. */
    public void guessed(HttpServletRequest request) {
        if (request.getAttribute(GUESSED) == null) {
            request.setAttribute(GUESSED, Boolean.TRUE);
            bucket("guess " + SubscriberAddress.of(request.getRemoteAddr()), guesses)
                    .tryConsume(1);
        }
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void removeExpired() {
        allowances.removeExpired(CLEANED_AT_ONCE);
    }

    private void take(String source, BucketConfiguration allowance, long tokens) {
        ConsumptionProbe probe = bucket(source, allowance).tryConsumeAndReturnRemaining(tokens);
        if (!probe.isConsumed()) {
            throw new TooOften(
                    1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
        }
    }

    private BucketProxy bucket(String source, BucketConfiguration allowance) {
        return allowances.getProxy(Sha256.hex(source), () -> allowance);
    }

    private static BucketConfiguration allowance(int tokens, Duration time) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, time))
                .build();
    }
}
