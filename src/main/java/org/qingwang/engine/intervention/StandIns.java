package org.qingwang.engine.intervention;

/** Who does tasks for whom at this moment. */
public interface StandIns {

    /**
     * @param deputy user id
     * @param absent user id
     */
    boolean standsIn(String deputy, String absent);
}
