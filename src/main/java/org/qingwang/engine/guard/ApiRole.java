package org.qingwang.engine.guard;

import org.qingwang.agency.Actor;

/** Who may make a change through the engine's web API. */
enum ApiRole {
    /** Whoever is signed in; what exactly, the engine's own rights decide. */
    ANYBODY,
    /** Those who watch over campaigns and step in where work is stuck. */
    SUPERVISOR,
    /** Those who administer accounts and repair. */
    ADMINISTRATOR;

    boolean includes(Actor actor) {
        return switch (this) {
            case ANYBODY -> true;
            case SUPERVISOR -> actor.seesEverything() || actor.isAdministrator();
            case ADMINISTRATOR -> actor.isAdministrator();
        };
    }
}
