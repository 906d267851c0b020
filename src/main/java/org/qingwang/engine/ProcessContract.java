package org.qingwang.engine;

import java.util.Set;

/**
 * What a process may carry. One Spring bean for each model, in its {@code process} package; a test holds model, forms and
 * handlers to it, and a handler that returns another variable is refused.
 */
public interface ProcessContract {

    /** The process definition's key. */
    String processKey();

    /** Names of all process variables: ids and what gateways read. */
    Set<String> variables();
}
