package org.qingwang.api;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.common.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives keys to other systems, takes them back, and knows who shows one. */
@Service
@Transactional
public class ApiKeyService {

    /** What every key begins with, so that one that leaked into a repository is recognised. */
    static final String PREFIX = "qw_";

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{2,39}");
    private static final Pattern KEY = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final int RANDOM_BYTES = 32;
    private static final int SHOWN = 7;
    private static final int MOST_DAYS = 366 * 2;
    private static final Duration LAST_USE_GRAIN = Duration.ofMinutes(1);

    private final ApiKeys keys;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeyService(ApiKeys keys, AuditLog audit, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a key.
     *
     * @param lastDay the last day it is valid, in China
     * @return the key itself: shown once, kept nowhere
     * @throws BadInput if a field cannot be taken or the name is taken
     * @throws NotAllowed if the person is no administrator
     */
    public String create(String name, Jurisdiction jurisdiction, Set<Scope> scopes, LocalDate lastDay) {
        Actor administrator = administrator();
        check(name, scopes, lastDay);
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String plain = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ApiKey key = new ApiKey(
                name,
                plain.substring(0, SHOWN),
                jurisdiction,
                scopes,
                administrator.userId(),
                clock.instant(),
                lastDay.plusDays(1).atStartOfDay(CHINA).toInstant(),
                Optional.empty(),
                Optional.empty());
        if (!keys.add(key, hash(plain))) {
            throw new BadInput("name", "api.key.name.taken", name);
        }
        audit.record(AuditEntry.of(
                "apikey.created",
                "apikey",
                name,
                Map.of(
                        "jurisdiction",
                        jurisdiction.id(),
                        "scopes",
                        scopes.stream().map(Scope::id).sorted().toList(),
                        "lastDay",
                        lastDay.toString())));
        return plain;
    }

    /** Takes a key back at once. Doing it twice changes nothing. */
    public void revoke(String name) {
        Actor administrator = administrator();
        if (keys.revoke(name, administrator.userId(), clock.instant())) {
            audit.record(AuditEntry.of("apikey.revoked", "apikey", name, Map.of()));
        }
    }

    @Transactional(readOnly = true)
    public List<ApiKey> all() {
        administrator();
        return keys.all();
    }

    /** @return who holds this key; empty if there is no such key or it is no longer valid */
    public Optional<ApiCaller> authenticate(String plain) {
        if (plain == null || !KEY.matcher(plain).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiKey> found = keys.ofHash(hash(plain)).filter(key -> key.stateAt(now) == ApiKey.State.VALID);
        found.filter(key -> key.lastUsedAt()
                        .map(last -> last.plus(LAST_USE_GRAIN).isBefore(now))
                        .orElse(true))
                .ifPresent(key -> keys.used(key.name(), now));
        return found.map(key -> new ApiCaller(key, new KeyProof(plain)));
    }

    private void check(String name, Set<Scope> scopes, LocalDate lastDay) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new BadInput("name", "api.key.name", name == null ? "" : name);
        }
        if (scopes.isEmpty()) {
            throw new BadInput("scopes", "api.key.scopes");
        }
        LocalDate today = LocalDate.now(clock.withZone(CHINA));
        if (lastDay == null || lastDay.isBefore(today) || lastDay.isAfter(today.plusDays(MOST_DAYS))) {
            throw new BadInput(
                    "lastDay",
                    "api.key.lastDay",
                    today.toString(),
                    today.plusDays(MOST_DAYS).toString());
        }
    }

    private static Actor administrator() {
        Actor actor = Actors.current();
        if (!actor.isAdministrator()) {
            throw new NotAllowed("keys of other systems");
        }
        return actor;
    }

    /**
     * One round of SHA-256 without salt is enough: a key is 256 random bits, which nobody tries out or has in a table,
     * unlike a person's password. And it can be looked up by its hash.
     */
    private static byte[] hash(String plain) {
        return Sha256.of(plain);
    }
}
