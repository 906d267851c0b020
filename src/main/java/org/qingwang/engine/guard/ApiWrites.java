package org.qingwang.engine.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every change the engine's web API lets through, and to whom; whatever is not listed is closed to everyone. Starting a
 * process, completing a task or setting a variable other than by its form is not here: it would go around the use case.
 * Neither are deployments, messages, signals and batches, nor accounts and grants: those live in tables of our own.
 */
final class ApiWrites {

    private static final String ENGINE = "engine/engine/default/";

    /** One path segment of any text. */
    private static final String ANY = "*";

    private static final List<Write> WRITES = List.of(
            // Queries that come with a body
            anybody("POST", ENGINE + "task"),
            anybody("POST", ENGINE + "task/count"),
            anybody("POST", ENGINE + "filter/*/list"),
            anybody("POST", ENGINE + "filter/*/count"),
            anybody("POST", ENGINE + "filter/*/singleResult"),
            anybody("POST", ENGINE + "variable-instance"),
            anybody("POST", ENGINE + "variable-instance/count"),
            anybody("POST", ENGINE + "process-instance"),
            anybody("POST", ENGINE + "process-instance/count"),
            anybody("POST", ENGINE + "execution"),
            anybody("POST", ENGINE + "execution/count"),
            anybody("POST", ENGINE + "job"),
            anybody("POST", ENGINE + "job/count"),
            anybody("POST", ENGINE + "group"),
            anybody("POST", ENGINE + "history/task"),
            anybody("POST", ENGINE + "history/task/count"),
            anybody("POST", ENGINE + "history/process-instance"),
            anybody("POST", ENGINE + "history/process-instance/count"),
            anybody("POST", ENGINE + "history/activity-instance"),
            anybody("POST", ENGINE + "history/variable-instance"),
            anybody("POST", ENGINE + "history/variable-instance/count"),
            anybody("POST", ENGINE + "history/detail"),
            anybody("POST", "cockpit/plugin/base/default/process-instance"),
            anybody("POST", "cockpit/plugin/base/default/process-instance/count"),
            anybody("POST", "cockpit/plugin/base/default/process-instance/*/called-process-instances"),
            anybody("POST", "cockpit/plugin/base/default/process-definition/*/called-process-definitions"),
            anybody("POST", "cockpit/plugin/base/default/incident"),
            anybody("POST", "cockpit/plugin/base/default/incident/"),
            anybody("POST", "cockpit/plugin/base/default/incident/count"),

            // An officer's work in Tasklist; who may do it with which task is TaskRights' business
            anybody("POST", ENGINE + "task/*/submit-form"),
            anybody("POST", ENGINE + "task/*/claim"),
            anybody("POST", ENGINE + "task/*/unclaim"),
            anybody("POST", ENGINE + "task/*/assignee"),
            anybody("POST", ENGINE + "task/*/comment/create"),
            anybody("PUT", ENGINE + "task/*"),
            anybody("POST", ENGINE + "process-definition/*/submit-form"),
            anybody("POST", ENGINE + "process-definition/key/*/submit-form"),
            anybody("POST", "admin/auth/user/default/logout"),

            // A supervisor's work in Cockpit; the engine's grants keep the office out, and suspending a whole model for
            // administrators. Nobody deletes a process: a case ends with an outcome, a complaint with a decision.
            supervisor("PUT", ENGINE + "job/*/retries"),
            supervisor("PUT", ENGINE + "job/*/suspended"),
            supervisor("PUT", ENGINE + "job-definition/*/retries"),
            supervisor("PUT", ENGINE + "job-definition/*/suspended"),
            supervisor("PUT", ENGINE + "process-instance/*/suspended"),
            supervisor("PUT", ENGINE + "process-definition/*/suspended"),
            supervisor("PUT", ENGINE + "incident/*/annotation"),
            supervisor("DELETE", ENGINE + "incident/*/annotation"),

            // Repairs
            administrator("PUT", ENGINE + "job/*/duedate"),
            administrator("POST", ENGINE + "process-instance/*/modification"),
            administrator("POST", ENGINE + "filter/create"),
            administrator("PUT", ENGINE + "filter/*"),
            administrator("DELETE", ENGINE + "filter/*"));

    private ApiWrites() {}

    /** One change: its method, its path below the API with {@code *} for one segment, and who may make it. */
    private record Write(String method, List<String> path, ApiRole role) {

        boolean matches(String otherMethod, List<String> otherPath) {
            if (!method.equals(otherMethod) || path.size() != otherPath.size()) {
                return false;
            }
            for (int segment = 0; segment < path.size(); segment++) {
                String expected = path.get(segment);
                if (!expected.equals(ANY) && !expected.equals(otherPath.get(segment))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @return who may make this change; empty if nobody may */
    static Optional<ApiRole> roleFor(String method, String path) {
        List<String> segments = segments(path);
        return WRITES.stream()
                .filter(write -> write.matches(method, segments))
                .map(Write::role)
                .findFirst();
    }

    private static Write anybody(String method, String path) {
        return new Write(method, segments(path), ApiRole.ANYBODY);
    }

    private static Write supervisor(String method, String path) {
        return new Write(method, segments(path), ApiRole.SUPERVISOR);
    }

    private static Write administrator(String method, String path) {
        return new Write(method, segments(path), ApiRole.ADMINISTRATOR);
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", -1));
    }
}
