package org.qingwang.agency;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agencies, regions and the people who work in them: what they are, and with which account they sign in. */
@Service
@Transactional
public class AgencyService {

    /** An officer's roles, name or password changed: whoever remembers them has to look again. */
    public record OfficerChanged(String officerId) {}

    private final Officers officers;
    private final Regions regions;
    private final Accounts accounts;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    AgencyService(
            Officers officers, Regions regions, Accounts accounts, AuditLog audit, ApplicationEventPublisher events) {
        this.officers = officers;
        this.regions = regions;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
    }

    /** All provinces by code. */
    @Transactional(readOnly = true)
    public List<Region> regions() {
        return regions.all();
    }

    /** Every agency in every region it works in, by id. */
    @Transactional(readOnly = true)
    public List<Jurisdiction> jurisdictions() {
        return regions.jurisdictions();
    }

    @Transactional(readOnly = true)
    public Optional<Officer> find(String id) {
        return officers.find(id);
    }

    /** @return names by id; whoever never had an account here is not among them */
    @Transactional(readOnly = true)
    public Map<String, String> namesOf(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : officers.names(ids);
    }

    /**
     * A page of all people with an account, by id.
     *
     * @param words part of an id, a name or a jurisdiction; empty for all
     */
    @Transactional(readOnly = true)
    public List<Officer> page(String words, int offset, int limit) {
        return officers.page(words, offset, limit);
    }

    /** Active officers and heads of a jurisdiction, by id. */
    @Transactional(readOnly = true)
    public List<Officer> officersOf(Jurisdiction jurisdiction) {
        return officers.workingFor(jurisdiction);
    }

    /** Everybody active who works for a jurisdiction, in whichever role, by id. */
    @Transactional(readOnly = true)
    public List<Officer> membersOf(Jurisdiction jurisdiction) {
        return officers.membersOf(jurisdiction);
    }

    /** Ids of the jurisdictions whose cases and tasks this person may see: the engine's tenants. */
    @Transactional(readOnly = true)
    public Set<String> tenantsOf(Actor actor) {
        Set<String> tenants = new TreeSet<>();
        for (Jurisdiction jurisdiction : regions.jurisdictions()) {
            if (actor.seesEverything() || actor.worksFor(jurisdiction)) {
                tenants.add(jurisdiction.id());
            }
        }
        return tenants;
    }

    /**
     * Gives somebody an account. The same call again changes nothing.
     *
     * @throws NotAllowed if the current person does not administer accounts
     * @throws BadInput if the password breaks the policy, or somebody else has the id
     */
    public void add(Officer officer, String password) {
        requireAdministrator();
        check(officer);
        Optional<Officer> present = officers.find(officer.id());
        if (present.equals(Optional.of(officer))) {
            return;
        }
        if (present.isPresent() || !officers.add(officer, false)) {
            throw new BadInput("id", "agency.id.taken", officer.id());
        }
        checkPassword(officer, password);
        accounts.setPassword(officer, password);
        mirror();
        audit.record(AuditEntry.of("officer.added", "officer", officer.id(), facts(officer)));
    }

    /**
     * Changes somebody's name and roles. From the next request on the person has the new ones.
     *
     * @throws NotAllowed if the current person does not administer accounts
     * @throws BadInput if there is no such officer, or nobody would be left to administer accounts
     */
    public void change(Officer officer) {
        requireAdministrator();
        check(officer);
        Officer before = known(officer.id());
        if (before.equals(officer)) {
            return;
        }
        boolean wasAdministrator = before.active() && before.has(Role.ADMINISTRATOR);
        boolean staysAdministrator = officer.active() && officer.has(Role.ADMINISTRATOR);
        if (wasAdministrator && !staysAdministrator && officers.lockAndCount(Role.ADMINISTRATOR) < 2) {
            throw new BadInput("roles", "agency.lastAdministrator", officer.id());
        }
        officers.replace(officer);
        mirror();
        audit.record(AuditEntry.of("officer.changed", "officer", officer.id(), facts(officer))
                .withBefore(facts(before)));
        events.publishEvent(new OfficerChanged(officer.id()));
    }

    /** Ends somebody's access, or restores it. What the person did stays recorded. */
    public void setActive(String id, boolean active) {
        requireAdministrator();
        Officer officer = known(id);
        change(new Officer(officer.id(), officer.name(), active, officer.memberships()));
    }

    /**
     * Sets a new password for somebody who lost theirs.
     *
     * @throws NotAllowed if the current person does not administer accounts
     * @throws BadInput if the password breaks the policy
     */
    public void resetPassword(String id, String password) {
        requireAdministrator();
        storePassword(known(id), password, "officer.password-reset");
    }

    /**
     * Changes the current person's own password. All the person's sessions end, the current one too.
     *
     * @throws BadInput if the present password is wrong or the new one breaks the policy
     */
    public void changeOwnPassword(String present, String password) {
        Officer officer = known(Actors.current().userId());
        if (!accounts.passwordMatches(officer.id(), present)) {
            throw new BadInput("present", "agency.password.wrong");
        }
        storePassword(officer, password, "officer.password-changed");
    }

    /** Whether an active account is one of the demonstration's, whose password everybody can read. */
    @Transactional(readOnly = true)
    public boolean demoAccountsPresent() {
        return officers.anyDemo();
    }

    /** Sees to it that these people exist, with this password if they are new. For the product's own start. */
    void seed(List<Officer> people, String password, boolean demo) {
        List<Officer> fresh =
                people.stream().filter(officer -> officers.add(officer, demo)).toList();
        accounts.createMissing(fresh, password);
    }

    /** Brings the engine's accounts and rights in line with the tables. For the product's own start. */
    void mirror() {
        accounts.mirror(EngineRights.of(regions.all(), regions.jurisdictions(), officers.all()));
    }

    /** How many active people administer accounts. */
    int administrators() {
        return officers.lockAndCount(Role.ADMINISTRATOR);
    }

    private void storePassword(Officer officer, String password, String action) {
        checkPassword(officer, password);
        accounts.setPassword(officer, password);
        audit.record(AuditEntry.of(action, "officer", officer.id(), Map.of()));
        events.publishEvent(new OfficerChanged(officer.id()));
    }

    private void check(Officer officer) {
        if (!officer.id().matches("[a-zA-Z0-9][a-zA-Z0-9._-]{1,63}")) {
            throw new BadInput("id", "agency.id.form");
        }
        if (officer.name().isBlank() || officer.name().length() > 200) {
            throw new BadInput("name", "agency.name.missing");
        }
        if (officer.memberships().isEmpty()) {
            throw new BadInput("roles", "agency.role.missing");
        }
        for (Membership membership : officer.memberships()) {
            membership
                    .where()
                    .filter(where -> !regions.jurisdictions().contains(where))
                    .ifPresent(where -> {
                        throw new BadInput("roles", "agency.jurisdiction.unknown", where.id());
                    });
        }
    }

    private void checkPassword(Officer officer, String password) {
        List<String> violations = accounts.violations(password, officer);
        if (!violations.isEmpty()) {
            throw new BadInput("password", violations.get(0));
        }
    }

    private Officer known(String id) {
        return officers.find(id).orElseThrow(() -> new BadInput("id", "agency.id.unknown", id));
    }

    private static void requireAdministrator() {
        Actor actor = Actors.current();
        if (!actor.isAdministrator()) {
            throw new NotAllowed(actor.userId() + " does not administer accounts");
        }
    }

    private static Map<String, Object> facts(Officer officer) {
        return Map.of(
                "name",
                officer.name(),
                "active",
                officer.active(),
                "roles",
                officer.memberships().stream().map(Membership::toString).toList());
    }
}
