package org.qingwang.rehearsal.play;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.Membership;
import org.qingwang.agency.Officer;
import org.qingwang.agency.Role;
import org.qingwang.rehearsal.Place;
import org.springframework.stereotype.Component;

/** The people of a rehearsal: one account for each role at each place, used by all who have the role there. */
@Component
class Cast {

    private static final String ADMINISTRATOR = "admin";

    private final AgencyService agencies;

    Cast(AgencyService agencies) {
        this.agencies = agencies;
    }

    void engage(List<Place> places) {
        Actor administrator = agencies.find(ADMINISTRATOR).orElseThrow().actor();
        // Nobody ever learns it: nobody signs in here.
        String password = "Aa1!" + UUID.randomUUID();
        Actors.as(administrator, () -> people(places).forEach(one -> agencies.add(one, password)));
    }

    private static List<Officer> people(List<Place> places) {
        List<Officer> people = new ArrayList<>();
        for (Place place : places) {
            Jurisdiction where = place.where();
            people.add(one(where.id(), new Membership(Role.OFFICER, where)));
            people.add(one(where.headGroup(), new Membership(Role.HEAD, where)));
            people.add(one(where.legalGroup(), new Membership(Role.LEGAL_REVIEWER, where)));
        }
        return people;
    }

    private static Officer one(String group, Membership membership) {
        return new Officer(account(group), "Rehearsal 推演 " + group, true, List.of(membership));
    }

    /** @return who acts for a group */
    Actor of(String group) {
        return agencies.find(account(group)).orElseThrow().actor();
    }

    static String account(String group) {
        return "rehearsal-" + group;
    }
}
