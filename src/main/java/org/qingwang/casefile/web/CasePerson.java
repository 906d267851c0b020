package org.qingwang.casefile.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Actor;
import org.qingwang.casefile.CaseEvent;

/**
 * Somebody who acted in a case.
 *
 * @param jurisdiction id of the jurisdiction the person acted for; null for the campaign office
 * @param acts how often
 * @param last when last
 */
record CasePerson(String name, String jurisdiction, int acts, Instant last) {

    /** @return everybody in the timeline, who came first first; the product itself is nobody */
    static List<CasePerson> of(List<CaseEvent> events) {
        Map<String, CasePerson> people = new LinkedHashMap<>();
        for (CaseEvent event : events) {
            if (!event.actorName().equals(Actor.SYSTEM.name())) {
                people.merge(
                        event.actorName() + "\n" + event.jurisdiction(),
                        new CasePerson(event.actorName(), event.jurisdiction(), 1, event.at()),
                        (known, more) -> new CasePerson(known.name, known.jurisdiction, known.acts + 1, more.last));
            }
        }
        return List.copyOf(people.values());
    }
}
