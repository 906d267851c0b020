package org.qingwang.repair;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Processes that run, for those who watch over them; and what is done to them, as the current person. */
public interface RunningProcesses {

    /** Versions by which anything runs, by key and newest first. */
    List<RunningModel> models();

    Optional<RunningModel> model(String definition);

    /** @return other versions of the same model, the newest first */
    List<RunningModel> otherVersions(RunningModel model);

    /** @param step only those that stand there; empty for all */
    List<RunningProcess> of(String definition, String step, int most);

    /** @return those of the processes that run by this version */
    List<RunningProcess> named(String definition, Collection<String> ids);

    /** Version by which a process runs. */
    Optional<String> definitionOf(String processId);

    /** Steps that are gone through once, in the order of the model, with the ids of their rules. */
    List<ModelStep> steps(String definition, Locale language);

    /** @return names of all steps of a version by their ids, those at which a process can merely wait among them */
    Map<String, String> stepNames(String definition, Locale language);

    /** @return ids of steps of one version that have none alike in the other */
    List<String> stepsWithoutMatch(String from, String to);

    /** Holds a process up, or lets it go on. */
    void suspend(String processId, boolean suspended);

    /** Moves what stands at one step to another. */
    void move(String processId, String from, String to);

    /** Lets a process go on by another version. */
    void migrate(String processId, String from, String to);
}
