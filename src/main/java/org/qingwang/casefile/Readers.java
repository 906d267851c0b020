package org.qingwang.casefile;

import java.util.LinkedHashSet;
import java.util.Set;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;

/** For which jurisdictions somebody reads cases. */
final class Readers {

    private Readers() {}

    /** @return every jurisdiction the person works for, as officer, head or legal reviewer */
    static Set<Jurisdiction> jurisdictionsOf(Actor actor) {
        Set<Jurisdiction> jurisdictions = new LinkedHashSet<>();
        for (String group : actor.groups()) {
            String id = group.replaceFirst("-(head|legal)$", "");
            if (Jurisdiction.isOne(id)) {
                jurisdictions.add(Jurisdiction.parse(id));
            }
        }
        return jurisdictions;
    }
}
