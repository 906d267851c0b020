package org.qingwang.door;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.qingwang.agency.Accounts;
import org.qingwang.agency.Actor;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.AgencyService.OfficerChanged;
import org.qingwang.agency.Officer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who somebody is at this moment. A change counts at once on the node that made it, within seconds on the others. */
@Component
class CurrentRights {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private record Known(Actor actor, String passwordStamp) {}

    private final AgencyService agencies;
    private final Accounts accounts;
    private final Cache<String, Optional<Known>> remembered = CacheBuilder.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    CurrentRights(AgencyService agencies, Accounts accounts) {
        this.agencies = agencies;
        this.accounts = accounts;
    }

    /** @return empty if the person may not be signed in any more: deactivated, or the password has changed */
    Optional<SignedIn> of(SessionPrincipal principal) {
        return known(principal.userId())
                .filter(known -> known.passwordStamp().equals(principal.passwordStamp()))
                .map(known -> new SignedIn(known.actor()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void forget(OfficerChanged changed) {
        remembered.invalidate(changed.officerId());
    }

    private Optional<Known> known(String userId) {
        try {
            return remembered.get(userId, () -> read(userId));
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot read the rights of " + userId, e);
        }
    }

    private Optional<Known> read(String userId) {
        return agencies.find(userId)
                .filter(Officer::active)
                .map(Officer::actor)
                .flatMap(actor -> accounts.passwordStamp(userId).map(stamp -> new Known(actor, stamp)));
    }
}
