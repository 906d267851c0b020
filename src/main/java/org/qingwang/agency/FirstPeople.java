package org.qingwang.agency;

import java.util.List;
import org.qingwang.common.StartRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * At start: the demonstration's people in profile {@code demo}, the first administrator if one is configured, then the
 * engine's rights. Without any administrator the product does not start: an engine nobody administers offers whoever
 * comes first to make themselves its administrator.
 */
@Component
@Order(FirstPeople.ORDER)
class FirstPeople implements ApplicationRunner {

    /** Before anything that needs people or rights. */
    static final int ORDER = -100;

    private final AgencyService agencies;
    private final Accounts accounts;
    private final TransactionOperations transactions;
    private final boolean demo;
    private final String administrator;
    private final String password;

    FirstPeople(
            AgencyService agencies,
            Accounts accounts,
            TransactionOperations transactions,
            Environment environment,
            @Value("${qingwang.administrator.user:}") String administrator,
            @Value("${qingwang.administrator.password:}") String password) {
        this.agencies = agencies;
        this.accounts = accounts;
        this.transactions = transactions;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
        this.administrator = administrator;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transactions.executeWithoutResult(transaction -> {
            if (demo) {
                agencies.seed(DemoPeople.ALL, DemoPeople.PASSWORD, true);
            }
            if (!administrator.isBlank() && agencies.find(administrator).isEmpty()) {
                seedAdministrator();
            }
            if (agencies.administrators() == 0) {
                throw new StartRefused("Nobody administers the accounts. Set QINGWANG_ADMINISTRATOR_USER and"
                        + " QINGWANG_ADMINISTRATOR_PASSWORD for the first start.");
            }
            agencies.mirror();
        });
    }

    private void seedAdministrator() {
        Officer first =
                new Officer(administrator, administrator, true, List.of(Membership.everywhere(Role.ADMINISTRATOR)));
        List<String> violations = accounts.violations(password, first);
        if (!violations.isEmpty()) {
            throw new StartRefused("QINGWANG_ADMINISTRATOR_PASSWORD is too weak: at least ten characters with an"
                    + " upper-case and a lower-case letter, a digit and a special character, without the user's name.");
        }
        agencies.seed(List.of(first), password, false);
    }
}
