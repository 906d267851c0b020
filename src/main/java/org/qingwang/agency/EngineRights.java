package org.qingwang.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the engine has to know of agencies and people.
 *
 * @param tenants jurisdictions
 * @param groups who works tasks, and who is granted what
 * @param officers everybody with an account
 */
public record EngineRights(List<Tenant> tenants, List<Group> groups, List<Officer> officers) {

    /** A jurisdiction, as a tenant of the engine. */
    public record Tenant(String id, String name) {}

    /**
     * A group of people.
     *
     * @param tenants ids of the tenants whose cases its members see
     */
    public record Group(String id, String name, Set<String> tenants) {}

    static EngineRights of(List<Region> regions, List<Jurisdiction> jurisdictions, List<Officer> officers) {
        Map<String, Region> regionOf = regions.stream().collect(Collectors.toMap(Region::code, Function.identity()));
        List<Tenant> tenants = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        for (Jurisdiction jurisdiction : jurisdictions) {
            String name = name(jurisdiction, regionOf.get(jurisdiction.region()));
            Set<String> own = Set.of(jurisdiction.id());
            tenants.add(new Tenant(jurisdiction.id(), name));
            groups.add(new Group(jurisdiction.id(), name, own));
            groups.add(new Group(jurisdiction.headGroup(), name + ": heads · 负责人", own));
            groups.add(new Group(jurisdiction.legalGroup(), name + ": legal review · 法制审核", own));
        }
        Set<String> all = new TreeSet<>(tenants.stream().map(Tenant::id).toList());
        groups.add(new Group(Role.OFFICER.group(), "Officers · 执法人员", Set.of()));
        groups.add(new Group(Role.HEAD.group(), "Heads · 负责人", Set.of()));
        groups.add(new Group(Role.LEGAL_REVIEWER.group(), "Legal reviewers · 法制审核人员", Set.of()));
        groups.add(new Group(Role.OFFICE.group(), "Campaign office · 领导小组办公室", all));
        groups.add(new Group(Role.SUPERVISOR.group(), "Supervisors · 督办人员", all));
        groups.add(new Group(Role.ADMINISTRATOR.group(), "Administrators · 系统管理员", Set.of()));
        return new EngineRights(tenants, groups, officers);
    }

    /** Ids of the groups each active person belongs to, by the person's id. */
    public Map<String, Set<String>> memberships() {
        Map<String, Set<String>> memberships = new TreeMap<>();
        officers.stream().filter(Officer::active).forEach(officer -> memberships.put(officer.id(), officer.groups()));
        return memberships;
    }

    private static String name(Jurisdiction jurisdiction, Region region) {
        Agency agency = jurisdiction.agency();
        return agency.englishName() + ", " + region.englishName() + " · " + region.chineseName() + agency.chineseName();
    }
}
