package org.qingwang.monitor.history;

/**
 * A version of a process's model.
 *
 * @param definition id of the version
 * @param key the same in all versions
 * @param name in both languages
 */
public record Model(String definition, String key, String name, int version) {}
