package org.qingwang.evidence;

import org.qingwang.agency.Actor;

/**
 * Says who may see the evidence of one kind of subject. Whoever keeps the subjects implements it: who may see the case
 * may see its evidence. Where nobody implements it for a kind, nobody sees anything.
 */
public interface EvidenceAccess {

    /** The kind of subject this speaks for. */
    Subject.Type type();

    /** @return whether the subject exists and this actor may see it */
    boolean maySee(Actor actor, String subjectNo);
}
