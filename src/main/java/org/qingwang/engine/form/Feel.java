package org.qingwang.engine.form;

import java.util.Map;

/** Evaluates the conditions and bounds a form writes in FEEL. */
@FunctionalInterface
interface Feel {

    /** @return what the expression yields with these names; null if a name in it is not there */
    Object evaluate(String expression, Map<String, Object> names);
}
